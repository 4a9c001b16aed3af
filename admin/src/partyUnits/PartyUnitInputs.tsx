import { DateInput, required } from 'react-admin';
import { InputRow } from '../form/InputRow';
import { RecordInput } from '../form/RecordInput';

/** Where the unit stands and what it is. A root of a tree has no parent. */
export const PlacementInputs = () => (
  <>
    <RecordInput source="parent" reference="partyUnits" helperText="khoi.unit.parentHelp" />
    <RecordInput source="kind" reference="unitKinds" />
    <RecordInput source="sector" reference="sectors" />
    <InputRow>
      <DateInput source="openedOn" validate={required()} />
      <DateInput source="closedOn" />
    </InputRow>
  </>
);
