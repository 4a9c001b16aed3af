import { Alert, Button, Divider, Stack, TextField, Typography } from '@mui/material';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { HttpError, useLocation, useLogin, useTranslate } from 'react-admin';
import { session } from '../access/session';
import { useSession } from '../access/useSession';
import type { ErrorBody } from '../dataProvider/errors';
import { DemoAccounts } from './DemoAccounts';
import { MustChangePassword } from './MustChangePassword';
import { PasswordField } from './PasswordField';
import { PlainPage } from './PlainPage';
import { useCameFrom, useReturn } from './useReturn';
import { useWait } from './useWait';
import { keepWayBack } from './wayBack';

/** The way in: a password, a demo account or the sign-in of one's organisation; then back to where one was. */
export function SignInPage() {
  const translate = useTranslate();
  const now = useSession();
  const login = useLogin();
  const goBack = useReturn();
  const hasFailed = new URLSearchParams(useLocation().search).get('signIn') === 'failed';
  const [typed, setTyped] = useState('');
  const mustChange = Boolean(now?.user && now.mustChangePassword);
  const isIn = Boolean(now?.user) && !mustChange;

  const [problem, setProblem] = useState('');
  useEffect(() => {
    session.load().catch((error: Error) => setProblem(error.message));
  }, []);

  const left = useRef(false);
  useEffect(() => {
    if (!isIn || left.current) return;
    left.current = true;
    if (!goBack()) void login({});
  });

  if (mustChange) return <MustChangePassword current={typed} />;
  return (
    <PlainPage title={translate('khoi.signIn.title')}>
      {problem && <Alert severity="warning">{problem}</Alert>}
      {hasFailed && <Alert severity="error">{translate('khoi.signIn.failed')}</Alert>}
      {session.hasEnded() && <Alert severity="info">{translate('khoi.signIn.ended')}</Alert>}
      <PasswordForm onTyped={setTyped} />
      <OtherWays />
    </PlainPage>
  );
}

function PasswordForm({ onTyped }: { onTyped: (password: string) => void }) {
  const translate = useTranslate();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [seconds, wait] = useWait();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (seconds > 0) return;
    setBusy(true);
    // Said anew, the same words are read out anew.
    setProblem('');
    try {
      onTyped(password);
      await session.signIn(username.trim(), password);
    } catch (error) {
      const body: ErrorBody = error instanceof HttpError ? (error.body ?? {}) : {};
      wait(body.retryAfter ?? body.waitSeconds ?? 0);
      setProblem((error as Error).message);
      setBusy(false);
    }
  };

  return (
    <Stack component="form" onSubmit={submit} sx={{ mt: 1 }}>
      {problem && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {problem} {seconds > 0 && translate('khoi.signIn.wait', { seconds })}
        </Alert>
      )}
      <TextField
        autoFocus
        name="username"
        id="username"
        label={translate('khoi.signIn.username')}
        value={username}
        onChange={(event) => setUsername(event.target.value)}
        slotProps={{
          htmlInput: { required: true, autoComplete: 'username', autoCapitalize: 'off', spellCheck: false },
        }}
      />
      <PasswordField
        name="password"
        label={translate('khoi.signIn.password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <Button
        type="submit"
        variant="contained"
        size="large"
        disabled={seconds > 0}
        loading={isBusy}
        sx={{ mt: 2 }}
      >
        {seconds > 0 ? translate('khoi.signIn.waiting', { seconds }) : translate('khoi.signIn.submit')}
      </Button>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
        {translate('khoi.signIn.forgotten')}
      </Typography>
    </Stack>
  );
}

/** What the server offers beside passwords. */
function OtherWays() {
  const translate = useTranslate();
  const cameFrom = useCameFrom();
  const { openIdConnect = null, demoAccounts = [] } = useSession()?.signInWith ?? {};
  if (!openIdConnect && demoAccounts.length === 0) return null;
  return (
    <Stack spacing={2} sx={{ mt: 2 }}>
      <Divider>{translate('khoi.signIn.or')}</Divider>
      {openIdConnect && (
        <Button variant="outlined" href="/auth/oidc/start" onClick={() => keepWayBack(cameFrom)}>
          {translate('khoi.signIn.openIdConnect', { name: openIdConnect })}
        </Button>
      )}
      {demoAccounts.length > 0 && <DemoAccounts accounts={demoAccounts} />}
    </Stack>
  );
}
