import { Box, Button, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';

export function NotFoundPage() {
  const translate = useTranslate();
  return (
    <Box sx={{ p: { xs: 2, sm: 6 }, maxWidth: 640 }}>
      <Title title={translate('ra.page.not_found')} />
      <Typography variant="h5" component="h2" gutterBottom>
        {translate('ra.page.not_found')}
      </Typography>
      <Typography sx={{ mb: 2 }}>{translate('ra.message.not_found')}</Typography>
      <Button variant="contained" href="#/">
        {translate('ra.page.dashboard')}
      </Button>
    </Box>
  );
}
