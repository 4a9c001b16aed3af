import { Alert, Button, Stack } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { HttpError, useTranslate } from 'react-admin';
import { session } from '../access/session';
import type { ErrorBody } from '../dataProvider/errors';
import { PasswordField } from './PasswordField';

interface NewPasswordFormProps {
  /** The password until now, where it is known already. */
  current?: string;
  onDone?: () => void;
}

/** Changes one's own password. What the policy says against one is said at the field. */
export function NewPasswordForm({ current = '', onDone }: NewPasswordFormProps) {
  const translate = useTranslate();
  const [before, setBefore] = useState(current);
  const [wanted, setWanted] = useState('');
  const [repeated, setRepeated] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  const asksForCurrent = current === '' || Boolean(problems.current);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wanted !== repeated) {
      setProblems({ repeated: translate('khoi.password.differ') });
      return;
    }
    setBusy(true);
    try {
      await session.changePassword(before, wanted);
      setBefore('');
      setWanted('');
      setRepeated('');
      setProblems({});
      onDone?.();
    } catch (error) {
      const body: ErrorBody = error instanceof HttpError ? (error.body ?? {}) : {};
      setProblems(body.errors ?? { form: (error as Error).message });
    }
    setBusy(false);
  };

  return (
    <Stack component="form" onSubmit={submit} sx={{ alignItems: 'stretch', maxWidth: 420 }}>
      {problems.form && <Alert severity="error">{problems.form}</Alert>}
      {/* Password managers want to know whose password it is. */}
      <input
        type="text"
        name="username"
        autoComplete="username"
        value={session.get()?.user?.username ?? ''}
        readOnly
        hidden
      />
      {asksForCurrent && (
        <PasswordField
          name="current-password"
          label={translate('khoi.password.current')}
          autoComplete="current-password"
          value={before}
          onChange={setBefore}
          error={problems.current}
        />
      )}
      <PasswordField
        name="new-password"
        label={translate('khoi.password.new')}
        autoComplete="new-password"
        value={wanted}
        onChange={setWanted}
        error={problems.new}
        helperText={translate('khoi.password.policy')}
        autoFocus={current !== ''}
      />
      <PasswordField
        name="repeat-password"
        label={translate('khoi.password.repeat')}
        autoComplete="new-password"
        value={repeated}
        onChange={setRepeated}
        error={problems.repeated}
      />
      <Button type="submit" variant="contained" loading={isBusy} sx={{ mt: 1 }}>
        {translate('khoi.password.change')}
      </Button>
    </Stack>
  );
}
