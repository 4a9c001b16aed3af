import { Box, Typography } from '@mui/material';
import { AppBar as ReactAdminAppBar, TitlePortal } from 'react-admin';

const Brand = () => (
  <Typography
    component="span"
    sx={{
      fontWeight: 700,
      fontSize: '1.1rem',
      color: 'primary.main',
      display: { xs: 'none', sm: 'block' },
      width: 168,
    }}
  >
    Khối
  </Typography>
);

/** The switches for language and theme come from react-admin, since there are two of each. */
export const AppBar = () => (
  <ReactAdminAppBar
    userMenu={false}
    sx={{ borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper', color: 'text.primary' }}
  >
    <Brand />
    <TitlePortal variant="h6" component="h1" sx={{ fontWeight: 600 }} />
    <Box sx={{ flex: '0 0 8px' }} />
  </ReactAdminAppBar>
);
