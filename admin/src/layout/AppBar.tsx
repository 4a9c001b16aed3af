import { Typography } from '@mui/material';
import {
  LoadingIndicator,
  AppBar as ReactAdminAppBar,
  TitlePortal,
  ToggleThemeButton,
  useTranslate,
} from 'react-admin';
import { LanguageButton } from './LanguageButton';
import { UserMenu } from './UserMenu';

/** As wide as the menu below it, so that titles stand over what they name. */
function Brand() {
  const translate = useTranslate();
  return (
    <Typography
      component="a"
      href="#/"
      aria-label={`Khối, ${translate('ra.page.dashboard')}`}
      sx={{
        fontWeight: 700,
        fontSize: '1.1rem',
        color: 'primary.main',
        textDecoration: 'none',
        display: { xs: 'none', sm: 'block' },
        width: 195,
      }}
    >
      Khối
    </Typography>
  );
}

const Toolbar = () => (
  <>
    <LanguageButton />
    <ToggleThemeButton />
    <LoadingIndicator />
  </>
);

export const AppBar = () => (
  <ReactAdminAppBar
    userMenu={<UserMenu />}
    toolbar={<Toolbar />}
    sx={{ borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper', color: 'text.primary' }}
  >
    <Brand />
    {/* A block inside would be cut off without the three dots. */}
    <TitlePortal
      variant="h6"
      component="h1"
      sx={{ fontWeight: 600, mr: 1, '& *': { display: 'inline !important' } }}
    />
  </ReactAdminAppBar>
);
