import { WithRecord } from 'react-admin';
import { NameInputs } from '../form/NamedInputs';
import { ResourceEdit } from '../form/ResourceEdit';
import { ResourceForm } from '../form/ResourceForm';
import { FormulaInput } from './FormulaInput';
import { CommonInputs, ReportedInputs } from './IndicatorInputs';

export const IndicatorEdit = () => (
  <ResourceEdit>
    <ResourceForm>
      <NameInputs />
      <WithRecord render={(indicator) => (indicator.isComputed ? <FormulaInput /> : <ReportedInputs />)} />
      <CommonInputs />
    </ResourceForm>
  </ResourceEdit>
);
