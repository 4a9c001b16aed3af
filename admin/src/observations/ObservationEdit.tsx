import { Box } from '@mui/material';
import { TextInput } from 'react-admin';
import { DecimalInput } from '../form/DecimalInput';
import { ResourceEdit } from '../form/ResourceEdit';
import { ResourceForm } from '../form/ResourceForm';
import { ObservationKey } from './ObservationKey';

/** What a figure is of never changes: only its value and what is said about it. */
export const ObservationEdit = () => (
  <ResourceEdit>
    <ResourceForm>
      <Box sx={{ width: '100%', mx: -2, mb: 1 }}>
        <ObservationKey />
      </Box>
      <DecimalInput source="numeric" required autoFocus />
      <TextInput source="source" />
      <TextInput source="note" multiline minRows={2} />
    </ResourceForm>
  </ResourceEdit>
);
