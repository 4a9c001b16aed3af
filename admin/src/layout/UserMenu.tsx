import SignOutIcon from '@mui/icons-material/LogoutOutlined';
import PersonIcon from '@mui/icons-material/PersonOutlined';
import { ListItemIcon, ListItemText, MenuItem } from '@mui/material';
import {
  Link,
  UserMenu as ReactAdminUserMenu,
  useLogout,
  useNotify,
  useTranslate,
  useUserMenu,
} from 'react-admin';
import { session } from '../access/session';

export const UserMenu = () => (
  <ReactAdminUserMenu>
    <AccountItem />
    <SignOutItem />
  </ReactAdminUserMenu>
);

function AccountItem() {
  const translate = useTranslate();
  const menu = useUserMenu();
  return (
    <MenuItem component={Link} to="/account" onClick={menu?.onClose} sx={{ color: 'inherit' }}>
      <ListItemIcon>
        <PersonIcon fontSize="small" />
      </ListItemIcon>
      <ListItemText>{translate('khoi.account.title')}</ListItemText>
    </MenuItem>
  );
}

/** Whoever signs in next starts at the beginning, not where the one before was. */
function SignOutItem() {
  const translate = useTranslate();
  const notify = useNotify();
  const logout = useLogout();
  const signOut = async () => {
    try {
      await session.signOut();
      await logout({}, undefined, false);
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
    }
  };
  return (
    <MenuItem onClick={signOut}>
      <ListItemIcon>
        <SignOutIcon fontSize="small" />
      </ListItemIcon>
      <ListItemText>{translate('khoi.signIn.out')}</ListItemText>
    </MenuItem>
  );
}
