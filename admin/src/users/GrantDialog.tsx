import {
  BooleanInput,
  FormDataConsumer,
  RadioButtonGroupInput,
  required,
  SelectInput,
  useRecordContext,
} from 'react-admin';
import { roleChoices } from '../access/roles';
import { RecordDialog } from '../dialog/RecordDialog';
import { UnitTreeInput } from '../form/UnitTreeInput';

interface GrantDialogProps {
  user: string;
  id?: string;
  onClose: () => void;
}

const places = [
  { id: 'unit', name: 'khoi.grant.onUnit' },
  { id: 'everywhere', name: 'khoi.grant.onEverything' },
];

/** The whole tree is chosen on purpose: a unit that was left out does not stand for it. */
const toGrant = ({ where, unit, ...grant }: Record<string, unknown>) => ({
  ...grant,
  unit: where === 'everywhere' ? null : unit,
});

export const GrantDialog = ({ user, id, onClose }: GrantDialogProps) => (
  <RecordDialog
    resource="grants"
    transform={toGrant}
    onClose={onClose}
    {...(id ? { id } : { record: { userId: user, role: 'VIEWER', seesSensitive: false } })}
  >
    <GrantInputs isNew={!id} />
  </RecordDialog>
);

function GrantInputs({ isNew }: { isNew: boolean }) {
  const grant = useRecordContext();
  return (
    <>
      <SelectInput source="role" choices={roleChoices()} validate={required()} />
      <RadioButtonGroupInput
        source="where"
        label="khoi.grant.where"
        choices={places}
        defaultValue={isNew || grant?.unit ? 'unit' : 'everywhere'}
        helperText={false}
      />
      <FormDataConsumer>
        {({ formData }) => formData.where !== 'everywhere' && <UnitTreeInput source="unit" />}
      </FormDataConsumer>
      <BooleanInput source="seesSensitive" helperText="khoi.grant.sensitiveHelp" />
    </>
  );
}
