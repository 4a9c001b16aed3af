import { Box, Button, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';

/** In place of a page that the person's rights do not cover. */
export function AccessDenied() {
  const translate = useTranslate();
  return (
    <Box sx={{ p: { xs: 2, sm: 6 }, maxWidth: 640 }}>
      <Title title={translate('khoi.access.denied')} />
      <Typography variant="h5" component="h2" gutterBottom>
        {translate('khoi.access.denied')}
      </Typography>
      <Typography sx={{ mb: 2 }}>{translate('khoi.access.deniedHelp')}</Typography>
      <Button variant="contained" href="#/">
        {translate('ra.page.dashboard')}
      </Button>
    </Box>
  );
}
