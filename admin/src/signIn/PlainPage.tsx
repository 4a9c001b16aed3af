import { Box, Card, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { ToggleThemeButton } from 'react-admin';
import { DocumentLanguage } from '../layout/DocumentLanguage';
import { LanguageButton } from '../layout/LanguageButton';

/** A page without menu, for who is not (quite) signed in. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} – Khối`;
  }, [title]);
  return (
    <Box
      component="main"
      sx={{ minHeight: '100dvh', display: 'flex', flexDirection: 'column', bgcolor: 'background.default' }}
    >
      <DocumentLanguage />
      <Stack direction="row" sx={{ justifyContent: 'flex-end', p: 1, color: 'text.primary' }}>
        <LanguageButton />
        <ToggleThemeButton />
      </Stack>
      <Box sx={{ flex: 1, display: 'grid', placeItems: { sm: 'center' }, px: 2, pb: { xs: 4, sm: 12 } }}>
        <Box sx={{ width: '100%', maxWidth: 420, mx: 'auto' }}>
          <Typography
            component="p"
            sx={{ fontWeight: 700, fontSize: '1.6rem', color: 'primary.main', textAlign: 'center', mb: 2 }}
          >
            Khối
          </Typography>
          <Card sx={{ p: { xs: 2, sm: 4 } }}>
            <Typography variant="h5" component="h1" gutterBottom>
              {title}
            </Typography>
            {children}
          </Card>
        </Box>
      </Box>
    </Box>
  );
}
