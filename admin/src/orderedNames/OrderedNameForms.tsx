import { NumberInput } from 'react-admin';
import { CodeInput, NameInputs } from '../form/NamedInputs';
import { ResourceCreate } from '../form/ResourceCreate';
import { ResourceEdit } from '../form/ResourceEdit';
import { ResourceForm } from '../form/ResourceForm';

const SortOrderInput = () => <NumberInput source="sortOrder" step={1} helperText="khoi.form.sortOrder" />;

export const OrderedNameCreate = () => (
  <ResourceCreate>
    <ResourceForm>
      <CodeInput />
      <NameInputs />
      <SortOrderInput />
    </ResourceForm>
  </ResourceCreate>
);

export const OrderedNameEdit = () => (
  <ResourceEdit>
    <ResourceForm>
      <NameInputs />
      <SortOrderInput />
    </ResourceForm>
  </ResourceEdit>
);
