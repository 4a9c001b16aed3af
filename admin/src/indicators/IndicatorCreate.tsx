import { FormDataConsumer, RadioButtonGroupInput } from 'react-admin';
import { CodeInput, NameInputs } from '../form/NamedInputs';
import { ResourceCreate } from '../form/ResourceCreate';
import { ResourceForm } from '../form/ResourceForm';
import { FormulaInput } from './FormulaInput';
import { CommonInputs, ReportedInputs } from './IndicatorInputs';

const how = [
  { id: 'reported', name: 'khoi.indicator.reported' },
  { id: 'computed', name: 'khoi.indicator.computed' },
];

const defaults = {
  how: 'reported',
  decimals: 0,
  periodType: 'MONTH',
  unitAggregation: 'SUM',
  periodAggregation: 'SUM',
  direction: 'HIGHER_IS_BETTER',
  fill: 'CARRY_FORWARD',
  isSensitive: false,
};

const reportedOnly = [
  'periodType',
  'unitAggregation',
  'periodAggregation',
  'fill',
  'dimension',
  'minimum',
  'maximum',
];

/** A computed indicator has no aggregation of its own, a reported one no formula: what is hidden is not sent. */
export function onlyWhatApplies({ how: chosen, ...form }: Record<string, unknown>): Record<string, unknown> {
  const left = chosen === 'computed' ? reportedOnly : ['formula'];
  return Object.fromEntries(Object.entries(form).filter(([field]) => !left.includes(field)));
}

export const IndicatorCreate = () => (
  <ResourceCreate transform={onlyWhatApplies}>
    <ResourceForm defaultValues={defaults}>
      <RadioButtonGroupInput source="how" label="khoi.indicator.how" choices={how} />
      <CodeInput />
      <NameInputs />
      <FormDataConsumer>
        {({ formData }) => (formData.how === 'computed' ? <FormulaInput /> : <ReportedInputs />)}
      </FormDataConsumer>
      <CommonInputs />
    </ResourceForm>
  </ResourceCreate>
);
