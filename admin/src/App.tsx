import { Admin, localStorageStore, Resource } from 'react-admin';
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
import { darkTheme, lightTheme } from './theme';
import { unitKinds } from './unitKinds';

/** What a person sets (language, theme, columns) stays in the browser; a new meaning gets a new version. */
const store = localStorageStore('1', 'khoi');

export const App = () => (
  <Admin
    title="Khối"
    dataProvider={dataProvider}
    i18nProvider={i18nProvider}
    queryClient={queryClient}
    store={store}
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
  </Admin>
);
