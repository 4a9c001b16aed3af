import { Stack } from '@mui/material';
import { DateInput, required, TextInput } from 'react-admin';
import { CodeInput, NameInputs } from '../form/NamedInputs';
import { ResourceCreate } from '../form/ResourceCreate';
import { ResourceEdit } from '../form/ResourceEdit';
import { ResourceForm } from '../form/ResourceForm';

const ProgrammeInputs = () => (
  <>
    <NameInputs />
    <TextInput source="documentNumber" />
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={{ xs: 0, sm: 2 }} sx={{ width: '100%' }}>
      <DateInput source="startsOn" validate={required()} />
      <DateInput source="endsOn" validate={required()} />
    </Stack>
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
