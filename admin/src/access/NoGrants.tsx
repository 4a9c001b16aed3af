import { Button, Card, Typography } from '@mui/material';
import { Link, useTranslate } from 'react-admin';
import { useSession } from './useSession';

/** What a person sees to whom nothing was granted yet: that it is so, and whom to ask. */
export function NoGrants() {
  const translate = useTranslate();
  const username = useSession()?.user?.username ?? '';
  return (
    <Card sx={{ p: { xs: 3, sm: 6 }, mt: 2, textAlign: 'center' }}>
      <Typography variant="h5" component="h2" gutterBottom>
        {translate('khoi.access.noGrants')}
      </Typography>
      <Typography sx={{ mb: 3, maxWidth: 560, mx: 'auto' }}>
        {translate('khoi.access.noGrantsHelp', { username })}
      </Typography>
      <Button variant="outlined" component={Link} to="/account">
        {translate('khoi.account.title')}
      </Button>
    </Card>
  );
}
