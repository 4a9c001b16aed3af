import { lazy } from 'react';
import { Admin, CustomRoutes, Resource, reactRouterProvider } from 'react-admin';
import { AccessDenied } from './access/AccessDenied';
import { authProvider } from './access/authProvider';
import { personStore } from './access/personStore';
import { auditEntries } from './audit';
import { Dashboard } from './dashboard/Dashboard';
import { dataProvider } from './dataProvider';
import { dimensionMembers, dimensions } from './dimensions';
import { i18nProvider } from './i18n/i18nProvider';
import { indicators } from './indicators';
import { ErrorPage } from './layout/ErrorPage';
import { Layout } from './layout/Layout';
import { NotFoundPage } from './layout/NotFoundPage';
import { observations } from './observations';
import { partyUnits } from './partyUnits';
import { objectives, programmes, targets } from './programmes';
import { queryClient } from './queryClient';
import { sectors } from './sectors';
import { SignInPage } from './signIn/SignInPage';
import { darkTheme, lightTheme } from './theme';
import { unitKinds } from './unitKinds';
import { grants, users } from './users';

const { Route } = reactRouterProvider;

const AccountPage = lazy(() => import('./account/AccountPage'));

export const App = () => (
  <Admin
    title="Khối"
    dataProvider={dataProvider}
    i18nProvider={i18nProvider}
    queryClient={queryClient}
    store={personStore}
    authProvider={authProvider}
    requireAuth
    loginPage={SignInPage}
    accessDenied={AccessDenied}
    lightTheme={lightTheme}
    darkTheme={darkTheme}
    dashboard={Dashboard}
    layout={Layout}
    error={ErrorPage}
    catchAll={NotFoundPage}
    // React-admin would report the name of the site to its makers.
    disableTelemetry
  >
    <Resource {...partyUnits} />
    <Resource {...observations} />
    <Resource {...indicators} />
    <Resource {...programmes} />
    <Resource {...objectives} />
    <Resource {...targets} />
    <Resource {...dimensions} />
    <Resource {...dimensionMembers} />
    <Resource {...unitKinds} />
    <Resource {...sectors} />
    <Resource {...users} />
    <Resource {...grants} />
    <Resource {...auditEntries} />
    <CustomRoutes>
      <Route path="/account" element={<AccountPage />} />
    </CustomRoutes>
  </Admin>
);
