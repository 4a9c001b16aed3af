import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { Confirm, type RaRecord, useTranslate } from 'react-admin';
import { useAct } from '../dataProvider/useAct';
import { SecretDialog } from '../dialog/SecretDialog';
import { type ResetPassword, resetPassword, setDisabled } from './users.queries';

/** What locks somebody out or helps them in again; each is asked about once more. */
export function UserActions({ user }: { user: RaRecord }) {
  const translate = useTranslate();
  const [asked, setAsked] = useState<'reset' | 'disable' | 'enable' | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const reset = useAct<ResetPassword>(resetPassword);
  const disable = useAct(setDisabled);

  const confirm = async () => {
    if (asked === 'reset') {
      const answer = await reset({ id: user.id });
      if (answer) setPassword(answer.resetUserPassword.password);
    } else {
      await disable({ id: user.id, version: user.version, isDisabled: asked === 'disable' });
    }
    setAsked(null);
  };
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', px: 2, pb: 2 }}>
      {!user.isDemo && (
        <Button variant="outlined" size="small" onClick={() => setAsked('reset')}>
          {translate('khoi.user.reset')}
        </Button>
      )}
      <Button
        variant="outlined"
        size="small"
        color={user.isDisabled ? 'primary' : 'error'}
        onClick={() => setAsked(user.isDisabled ? 'enable' : 'disable')}
      >
        {translate(user.isDisabled ? 'khoi.user.enable' : 'khoi.user.disable')}
      </Button>
      <Confirm
        isOpen={asked !== null}
        title={translate(`khoi.user.${asked ?? 'reset'}`)}
        content={translate(`khoi.user.${asked ?? 'reset'}Help`, { name: user.name })}
        onConfirm={confirm}
        onClose={() => setAsked(null)}
      />
      {password && (
        <SecretDialog
          title={translate('khoi.user.passwordTitle')}
          explanation={translate('khoi.user.passwordOnce')}
          secret={password}
          onClose={() => setPassword(null)}
        />
      )}
    </Stack>
  );
}
