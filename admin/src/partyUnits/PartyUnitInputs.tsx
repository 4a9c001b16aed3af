import { Stack } from '@mui/material';
import { DateInput, required } from 'react-admin';
import { RecordInput } from '../form/RecordInput';

/** Where the unit stands and what it is. A root of a tree has no parent. */
export const PlacementInputs = () => (
  <>
    <RecordInput source="parent" reference="partyUnits" helperText="khoi.unit.parentHelp" />
    <RecordInput source="kind" reference="unitKinds" />
    <RecordInput source="sector" reference="sectors" />
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={{ xs: 0, sm: 2 }} sx={{ width: '100%' }}>
      <DateInput source="openedOn" validate={required()} />
      <DateInput source="closedOn" />
    </Stack>
  </>
);
