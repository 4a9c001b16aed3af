import { type RaRecord, required, TextInput } from 'react-admin';
import { RecordDialog } from '../dialog/RecordDialog';
import { DecimalInput } from '../form/DecimalInput';
import { PeriodInput } from '../form/PeriodInput';
import { RecordInput } from '../form/RecordInput';

interface TargetDialogProps {
  id?: string;
  record?: Partial<RaRecord>;
  onClose: () => void;
}

export const TargetDialog = ({ id, record, onClose }: TargetDialogProps) => (
  <RecordDialog resource="targets" onClose={onClose} {...(id ? { id } : { record })}>
    {!id && (
      <>
        <RecordInput source="indicator" reference="indicators" validate={required()} />
        <RecordInput source="unit" reference="partyUnits" validate={required()} />
        <PeriodInput source="period" required />
      </>
    )}
    <DecimalInput source="value" required />
    <TextInput source="note" />
  </RecordDialog>
);
