import { ArrayInput, required, SimpleFormIterator, TextInput } from 'react-admin';
import { CodeInput, NameInputs } from '../form/NamedInputs';
import { ResourceCreate } from '../form/ResourceCreate';
import { ResourceForm } from '../form/ResourceForm';

export const DimensionCreate = () => (
  <ResourceCreate>
    <ResourceForm>
      <CodeInput />
      <NameInputs />
      <ArrayInput source="members" helperText="khoi.dimension.membersHelp">
        <SimpleFormIterator inline disableReordering>
          <TextInput source="code" label="resources.dimensionMembers.fields.code" validate={required()} />
          <TextInput source="name" label="resources.dimensionMembers.fields.name" validate={required()} />
          <TextInput source="nameEn" label="resources.dimensionMembers.fields.nameEn" />
        </SimpleFormIterator>
      </ArrayInput>
    </ResourceForm>
  </ResourceCreate>
);
