import { Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { session } from '../access/session';
import { NewPasswordForm } from './NewPasswordForm';
import { PlainPage } from './PlainPage';

/** After a password was generated: nothing else goes before one's own. The one that was just typed need not be typed again. */
export function MustChangePassword({ current }: { current: string }) {
  const translate = useTranslate();
  return (
    <PlainPage title={translate('khoi.password.choose')}>
      <Typography sx={{ mb: 1 }}>{translate('khoi.password.mustChange')}</Typography>
      <NewPasswordForm current={current} />
      <Button fullWidth onClick={() => session.signOut()} sx={{ mt: 1 }}>
        {translate('khoi.signIn.out')}
      </Button>
    </PlainPage>
  );
}
