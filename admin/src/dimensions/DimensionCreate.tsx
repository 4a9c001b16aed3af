import AddIcon from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import {
  ArrayInput,
  required,
  SimpleFormIterator,
  TextInput,
  useSimpleFormIterator,
  useTranslate,
} from 'react-admin';
import { CodeInput, NameInputs } from '../form/NamedInputs';
import { ResourceCreate } from '../form/ResourceCreate';
import { ResourceForm } from '../form/ResourceForm';

/** The plus alone would not say what it adds. */
function AddMember() {
  const translate = useTranslate();
  const { add } = useSimpleFormIterator();
  return (
    <Button size="small" startIcon={<AddIcon />} onClick={() => add()}>
      {translate('khoi.dimension.addMember')}
    </Button>
  );
}

export const DimensionCreate = () => (
  <ResourceCreate>
    <ResourceForm>
      <CodeInput />
      <NameInputs />
      <ArrayInput source="members" helperText="khoi.dimension.membersHelp">
        <SimpleFormIterator inline disableReordering addButton={<AddMember />}>
          <TextInput source="code" label="resources.dimensionMembers.fields.code" validate={required()} />
          <TextInput source="name" label="resources.dimensionMembers.fields.name" validate={required()} />
          <TextInput source="nameEn" label="resources.dimensionMembers.fields.nameEn" />
        </SimpleFormIterator>
      </ArrayInput>
    </ResourceForm>
  </ResourceCreate>
);
