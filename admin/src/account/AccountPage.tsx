import { Alert, Box, LinearProgress, Stack, Typography } from '@mui/material';
import { Title, useNotify, useTranslate } from 'react-admin';
import { GrantWords } from '../access/GrantWords';
import { useAsk } from '../dataProvider/useAsk';
import { NewPasswordForm } from '../signIn/NewPasswordForm';
import { type Myself, myself } from './account.queries';
import { MyKeys } from './MyKeys';
import { Section } from './Section';
import { SessionList } from './SessionList';

type Me = NonNullable<Myself['me']>;

/** Who I am, what I may, and the ways in that I have. */
export default function AccountPage() {
  const translate = useTranslate();
  const { data, error } = useAsk<Myself>(myself);
  const me = data?.me;
  return (
    <Box sx={{ pt: 2, maxWidth: 860 }}>
      <Title title={translate('khoi.account.title')} />
      {error && <Alert severity="error">{error.message}</Alert>}
      {!data && !error && <LinearProgress />}
      {me && (
        <Stack spacing={2}>
          <Person me={me} />
          {!me.user.isDemo && <Password />}
          <SessionList user={me.user.id} />
          {me.rights.includes('MAKE_KEYS') && <MyKeys me={me} />}
        </Stack>
      )}
    </Box>
  );
}

function Person({ me }: { me: Me }) {
  const translate = useTranslate();
  return (
    <Section title={me.user.name}>
      <Box sx={{ px: 2, pb: 2 }}>
        <Typography sx={{ color: 'text.secondary' }}>
          {translate('khoi.account.username', { username: me.user.username })}
        </Typography>
        <Typography component="h3" sx={{ fontWeight: 600, mt: 2 }}>
          {translate('khoi.account.grants')}
        </Typography>
        {me.grants.length === 0 && (
          <Typography>{translate('khoi.access.noGrantsHelp', { username: me.user.username })}</Typography>
        )}
        <Box component="ul" sx={{ pl: 2.5, my: 0.5 }}>
          {me.grants.map((grant) => (
            <li key={grant.id}>
              <GrantWords grant={grant} />
            </li>
          ))}
        </Box>
      </Box>
    </Section>
  );
}

function Password() {
  const translate = useTranslate();
  const notify = useNotify();
  return (
    <Section title={translate('khoi.password.change')}>
      <Box sx={{ px: 2, pb: 2 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {translate('khoi.password.endsOthers')}
        </Typography>
        <NewPasswordForm onDone={() => notify('khoi.password.changed', { type: 'success' })} />
      </Box>
    </Section>
  );
}
