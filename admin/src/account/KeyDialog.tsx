import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import {
  BooleanInput,
  DateInput,
  Form,
  maxLength,
  required,
  SaveButton,
  SelectInput,
  TextInput,
  useTranslate,
} from 'react-admin';
import { roleChoices } from '../access/roles';
import { useSubmit } from '../dataProvider/useSubmit';
import { RecordInput } from '../form/RecordInput';
import { type CreatedKey, createKey } from './account.queries';

interface KeyDialogProps {
  highestRole: string;
  seesSensitive: boolean;
  onMade: (secret: string) => void;
  onClose: () => void;
}

const inOneYear = () => {
  const day = new Date();
  day.setFullYear(day.getFullYear() + 1);
  return day.toISOString().slice(0, 10);
};

/** A day is meant to its end. */
const endOfDay = (day: unknown) => (day ? new Date(`${String(day)}T23:59:59`).toISOString() : null);

/** What a new key is for and what it may do at most. */
export function KeyDialog({ highestRole, seesSensitive, onMade, onClose }: KeyDialogProps) {
  const translate = useTranslate();
  const submit = useSubmit<CreatedKey>(createKey, ({ createApiKey }) => onMade(createApiKey.secret));
  const send = ({ name, role, unit, isReadOnly, seesSensitive: sees, expiresAt }: Record<string, unknown>) =>
    submit({
      input: {
        name,
        role,
        unit: unit || null,
        isReadOnly,
        seesSensitive: Boolean(sees),
        expiresAt: endOfDay(expiresAt),
      },
    });
  const label = (field: string) => `khoi.key.fields.${field}`;
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="key-title">
      <Form
        onSubmit={send}
        defaultValues={{ role: 'VIEWER', isReadOnly: true, seesSensitive: false, expiresAt: inOneYear() }}
      >
        <DialogTitle id="key-title">{translate('khoi.key.create')}</DialogTitle>
        <DialogContent>
          <TextInput
            source="name"
            label={label('name')}
            validate={[required(), maxLength(200)]}
            helperText="khoi.key.nameHelp"
            autoFocus
          />
          <SelectInput
            source="role"
            label={label('role')}
            choices={roleChoices(highestRole)}
            validate={required()}
            helperText="khoi.key.roleHelp"
          />
          <RecordInput
            source="unit"
            reference="partyUnits"
            label={label('unit')}
            helperText="khoi.key.unitHelp"
          />
          <DateInput source="expiresAt" label={label('expiresAt')} helperText="khoi.key.expiresHelp" />
          <BooleanInput source="isReadOnly" label={label('isReadOnly')} helperText={false} />
          {seesSensitive && (
            <BooleanInput source="seesSensitive" label={label('seesSensitive')} helperText={false} />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <SaveButton label="khoi.key.create" alwaysEnable />
        </DialogActions>
      </Form>
    </Dialog>
  );
}
