import { NameInputs } from '../form/NamedInputs';
import { ResourceEdit } from '../form/ResourceEdit';
import { ResourceForm } from '../form/ResourceForm';

export const DimensionEdit = () => (
  <ResourceEdit>
    <ResourceForm>
      <NameInputs />
    </ResourceForm>
  </ResourceEdit>
);
