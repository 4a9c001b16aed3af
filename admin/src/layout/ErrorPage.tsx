import { Box, Button, Stack, Typography } from '@mui/material';
import { type ErrorProps, Title, useTranslate } from 'react-admin';

/** When a page itself broke: what to do, and what to tell an administrator. */
export function ErrorPage({ error }: ErrorProps) {
  const translate = useTranslate();
  return (
    <Box sx={{ p: { xs: 2, sm: 6 }, maxWidth: 640 }} role="alert">
      <Title title={translate('ra.page.error')} />
      <Typography variant="h5" component="h2" gutterBottom>
        {translate('ra.page.error')}
      </Typography>
      <Typography>{translate('khoi.error.page')}</Typography>
      <Box component="pre" sx={{ color: 'text.secondary', whiteSpace: 'pre-wrap', my: 2 }}>
        {error?.message}
      </Box>
      <Stack direction="row" spacing={1}>
        <Button variant="contained" onClick={() => window.location.reload()}>
          {translate('khoi.error.reload')}
        </Button>
        <Button href="#/">{translate('ra.page.dashboard')}</Button>
      </Stack>
    </Box>
  );
}
