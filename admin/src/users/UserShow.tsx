import { Stack } from '@mui/material';
import { type RaRecord, WithRecord } from 'react-admin';
import { KeyList } from '../account/KeyList';
import { Section } from '../account/Section';
import { SessionList } from '../account/SessionList';
import { showDateTime } from '../i18n/format';
import { Fact } from '../show/Fact';
import { Facts } from '../show/Facts';
import { ResourceShow } from '../show/ResourceShow';
import { UserActions } from './UserActions';
import { UserGrants } from './UserGrants';
import { UserState } from './UserState';

const UserPage = ({ user }: { user: RaRecord }) => (
  <Stack spacing={2}>
    <Section title={String(user.name)} action={<UserState user={user} />}>
      <Facts>
        <Fact source="username">{user.username}</Fact>
        <Fact source="name">{user.name}</Fact>
        <Fact source="createdAt">{showDateTime(user.createdAt)}</Fact>
      </Facts>
      <UserActions user={user} />
    </Section>
    <UserGrants user={user} />
    <SessionList user={String(user.id)} />
    <KeyList user={String(user.id)} />
  </Stack>
);

export default function UserShow() {
  return (
    <ResourceShow component="div">
      <WithRecord render={(user) => <UserPage user={user} />} />
    </ResourceShow>
  );
}
