import { Alert, Card } from '@mui/material';
import { useState } from 'react';
import {
  CreateBase,
  maxLength,
  required,
  SaveButton,
  SimpleForm,
  TextInput,
  Title,
  Toolbar,
  useGetResourceLabel,
  useRedirect,
  useTranslate,
} from 'react-admin';
import { useSubmit } from '../dataProvider/useSubmit';
import { SecretDialog } from '../dialog/SecretDialog';
import { type CreatedUser, createUser } from './users.queries';

/** A new user. The generated password is in the answer alone: it goes into no cache and no address. */
export default function UserCreate() {
  const translate = useTranslate();
  const redirect = useRedirect();
  const label = useGetResourceLabel()('users', 1);
  const [made, setMade] = useState<CreatedUser['createUser'] | null>(null);
  const submit = useSubmit<CreatedUser>(createUser, ({ createUser: answer }) => setMade(answer));
  return (
    <CreateBase resource="users">
      <Title title={translate('ra.page.create', { name: label })} />
      <Card sx={{ mt: 2, maxWidth: 720 }}>
        <SimpleForm
          onSubmit={({ username, name }: Record<string, unknown>) => submit({ input: { username, name } })}
          toolbar={
            <Toolbar>
              <SaveButton alwaysEnable />
            </Toolbar>
          }
        >
          <Alert severity="info" sx={{ mb: 2, width: '100%' }}>
            {translate('khoi.user.createHelp')}
          </Alert>
          <TextInput
            source="username"
            validate={[required(), maxLength(100)]}
            helperText="khoi.user.usernameHelp"
            autoFocus
            slotProps={{ htmlInput: { autoCapitalize: 'off', spellCheck: false, autoComplete: 'off' } }}
          />
          <TextInput source="name" validate={[required(), maxLength(500)]} />
        </SimpleForm>
      </Card>
      {made && (
        <SecretDialog
          title={translate('khoi.user.passwordTitle')}
          explanation={translate('khoi.user.passwordOnce')}
          secret={made.password}
          onClose={() => redirect('show', 'users', made.user.id)}
        />
      )}
    </CreateBase>
  );
}
