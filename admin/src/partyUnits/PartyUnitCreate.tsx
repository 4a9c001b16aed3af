import { TextInput } from 'react-admin';
import { CodeInput, NameInputs } from '../form/NamedInputs';
import { ResourceCreate } from '../form/ResourceCreate';
import { ResourceForm } from '../form/ResourceForm';
import { PlacementInputs } from './PartyUnitInputs';

export const PartyUnitCreate = () => (
  <ResourceCreate>
    <ResourceForm>
      <CodeInput />
      <NameInputs />
      <PlacementInputs />
      <TextInput source="documentNumber" />
      <TextInput source="note" multiline minRows={2} />
    </ResourceForm>
  </ResourceCreate>
);
