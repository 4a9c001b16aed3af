import { DateInput, required, TextInput } from 'react-admin';
import { InputRow } from '../form/InputRow';
import { CodeInput, NameInputs } from '../form/NamedInputs';
import { ResourceCreate } from '../form/ResourceCreate';
import { ResourceEdit } from '../form/ResourceEdit';
import { ResourceForm } from '../form/ResourceForm';

const ProgrammeInputs = () => (
  <>
    <NameInputs />
    <TextInput source="documentNumber" />
    <InputRow>
      <DateInput source="startsOn" validate={required()} />
      <DateInput source="endsOn" validate={required()} />
    </InputRow>
    <TextInput source="description" multiline minRows={3} />
  </>
);

export const ProgrammeCreate = () => (
  <ResourceCreate>
    <ResourceForm>
      <CodeInput />
      <ProgrammeInputs />
    </ResourceForm>
  </ResourceCreate>
);

export const ProgrammeEdit = () => (
  <ResourceEdit>
    <ResourceForm>
      <ProgrammeInputs />
    </ResourceForm>
  </ResourceEdit>
);
