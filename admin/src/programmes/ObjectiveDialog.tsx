import { NumberInput, type RaRecord } from 'react-admin';
import { RecordDialog } from '../dialog/RecordDialog';
import { CodeInput, NameInputs } from '../form/NamedInputs';

interface ObjectiveDialogProps {
  code?: string;
  record?: Partial<RaRecord>;
  onClose: () => void;
}

export const ObjectiveDialog = ({ code, record, onClose }: ObjectiveDialogProps) => (
  <RecordDialog resource="objectives" onClose={onClose} {...(code ? { id: code } : { record })}>
    {!code && <CodeInput />}
    <NameInputs />
    <NumberInput source="sortOrder" step={1} />
  </RecordDialog>
);
