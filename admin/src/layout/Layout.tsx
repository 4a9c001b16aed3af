import type { ReactNode } from 'react';
import { CheckForApplicationUpdate, Layout as ReactAdminLayout } from 'react-admin';
import { AppBar } from './AppBar';
import { DocumentLanguage } from './DocumentLanguage';
import { DocumentTitle } from './DocumentTitle';
import { ErrorPage } from './ErrorPage';
import { Menu } from './Menu';
import { ServerUnreachable } from './ServerUnreachable';

export const Layout = ({ children }: { children: ReactNode }) => (
  <ReactAdminLayout
    appBar={AppBar}
    menu={Menu}
    error={ErrorPage}
    // The default grows with its widest child, which pushes wide tables out of a phone's screen.
    sx={{ minWidth: 0, '& .RaLayout-content': { minWidth: 0, px: { xs: 1, sm: 2 }, pb: 3 } }}
  >
    <DocumentLanguage />
    <DocumentTitle />
    <ServerUnreachable />
    {children}
    <CheckForApplicationUpdate />
  </ReactAdminLayout>
);
