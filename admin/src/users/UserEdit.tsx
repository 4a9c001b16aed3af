import { maxLength, required, TextInput } from 'react-admin';
import { ResourceEdit } from '../form/ResourceEdit';
import { ResourceForm } from '../form/ResourceForm';

/** The user name never changes; what one may is on the page of the user. */
export default function UserEdit() {
  return (
    <ResourceEdit>
      <ResourceForm>
        <TextInput source="username" disabled />
        <TextInput source="name" validate={[required(), maxLength(500)]} />
      </ResourceForm>
    </ResourceEdit>
  );
}
