import TerminalIcon from '@mui/icons-material/Terminal';
import { Divider, ListItemIcon, ListItemText, MenuItem } from '@mui/material';
import { Menu as ReactAdminMenu, useSidebarState, useTranslate } from 'react-admin';

/** Figures and where they stand first, the reference tables after them. */
export const Menu = () => (
  <ReactAdminMenu sx={{ pt: 1 }}>
    <ReactAdminMenu.DashboardItem />
    <ReactAdminMenu.ResourceItem name="partyUnits" />
    <ReactAdminMenu.ResourceItem name="observations" />
    <ReactAdminMenu.ResourceItem name="indicators" />
    <ReactAdminMenu.ResourceItem name="programmes" />
    <Divider sx={{ my: 1 }} />
    <ReactAdminMenu.ResourceItem name="dimensions" />
    <ReactAdminMenu.ResourceItem name="unitKinds" />
    <ReactAdminMenu.ResourceItem name="sectors" />
    <Divider sx={{ my: 1 }} />
    <ReactAdminMenu.ResourceItem name="users" />
    <ReactAdminMenu.ResourceItem name="auditEntries" />
    <PlaygroundItem />
  </ReactAdminMenu>
);

/** A page of its own, outside the admin's router. */
function PlaygroundItem() {
  const translate = useTranslate();
  const [open] = useSidebarState();
  const label = translate('khoi.menu.playground');
  return (
    <MenuItem
      component="a"
      href="/playground"
      title={open ? undefined : label}
      sx={{ mx: 1, borderRadius: 2, py: '7px', color: 'text.secondary' }}
    >
      <ListItemIcon sx={{ minWidth: '40px !important' }}>
        <TerminalIcon aria-hidden />
      </ListItemIcon>
      {open && <ListItemText primary={label} slotProps={{ primary: { variant: 'body1' } }} />}
    </MenuItem>
  );
}
