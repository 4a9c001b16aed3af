import { Alert, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { session } from '../access/session';
import type { DemoAccount } from '../access/sessionAnswer';
import { currentLocale } from '../i18n/i18nProvider';

/** The users of the sample, each a button: no password, as the server only offers them on this machine. */
export function DemoAccounts({ accounts }: { accounts: DemoAccount[] }) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState('');

  const choose = async (username: string) => {
    setChosen(username);
    try {
      await session.signInToDemo(username);
    } catch (error) {
      setProblem((error as Error).message);
      setChosen(null);
    }
  };

  return (
    <Stack spacing={1} component="section" aria-label={translate('khoi.signIn.demo')}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('khoi.signIn.demoHelp')}
      </Typography>
      {problem && <Alert severity="error">{problem}</Alert>}
      {accounts.map(({ username, title, titleVi }) => (
        <Button
          key={username}
          variant="outlined"
          color="inherit"
          disabled={chosen !== null && chosen !== username}
          loading={chosen === username}
          onClick={() => choose(username)}
          sx={{ justifyContent: 'flex-start', textAlign: 'left', fontWeight: 500 }}
        >
          {currentLocale() === 'vi' ? titleVi : title}
        </Button>
      ))}
    </Stack>
  );
}
