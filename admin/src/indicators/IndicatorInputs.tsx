import { BooleanInput, NumberInput, required, SelectInput, TextInput } from 'react-admin';
import { DecimalInput } from '../form/DecimalInput';
import { InputRow } from '../form/InputRow';
import { RecordInput } from '../form/RecordInput';
import { directions, fills, periodAggregations, periodTypes, unitAggregations } from './enumChoices';

/** What every indicator has, reported or computed. */
export const CommonInputs = () => (
  <>
    <TextInput source="description" multiline minRows={2} />
    <InputRow>
      <TextInput source="group" />
      <TextInput source="unitOfMeasure" />
      <NumberInput source="decimals" min={0} max={12} step={1} />
    </InputRow>
    <SelectInput source="direction" choices={directions} />
    <BooleanInput source="isSensitive" helperText="khoi.indicator.sensitiveHelp" />
  </>
);

/** What only a reported indicator has: how often, and how its values become one. */
export const ReportedInputs = () => (
  <>
    <SelectInput source="periodType" choices={periodTypes} validate={required()} />
    <InputRow>
      <SelectInput source="unitAggregation" choices={unitAggregations} validate={required()} />
      <SelectInput source="periodAggregation" choices={periodAggregations} validate={required()} />
    </InputRow>
    <SelectInput source="fill" choices={fills} helperText="khoi.indicator.fillHelp" />
    <RecordInput source="dimension" reference="dimensions" helperText="khoi.indicator.dimensionHelp" />
    <InputRow>
      <DecimalInput source="minimum" />
      <DecimalInput source="maximum" />
    </InputRow>
  </>
);
