import { Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { NumberInput, required, SelectInput, TextInput } from 'react-admin';
import { DecimalInput } from '../form/DecimalInput';
import { RecordInput } from '../form/RecordInput';
import { directions, fills, periodAggregations, periodTypes, unitAggregations } from './enumChoices';

const Row = ({ children }: { children: ReactNode }) => (
  <Stack direction={{ xs: 'column', sm: 'row' }} spacing={{ xs: 0, sm: 2 }} sx={{ width: '100%' }}>
    {children}
  </Stack>
);

/** What every indicator has, reported or computed. */
export const CommonInputs = () => (
  <>
    <TextInput source="description" multiline minRows={2} />
    <Row>
      <TextInput source="group" />
      <TextInput source="unitOfMeasure" />
      <NumberInput source="decimals" min={0} max={12} step={1} />
    </Row>
    <SelectInput source="direction" choices={directions} />
  </>
);

/** What only a reported indicator has: how often, and how its values become one. */
export const ReportedInputs = () => (
  <>
    <SelectInput source="periodType" choices={periodTypes} validate={required()} />
    <Row>
      <SelectInput source="unitAggregation" choices={unitAggregations} validate={required()} />
      <SelectInput source="periodAggregation" choices={periodAggregations} validate={required()} />
    </Row>
    <SelectInput source="fill" choices={fills} helperText="khoi.indicator.fillHelp" />
    <RecordInput source="dimension" reference="dimensions" helperText="khoi.indicator.dimensionHelp" />
    <Row>
      <DecimalInput source="minimum" />
      <DecimalInput source="maximum" />
    </Row>
  </>
);
