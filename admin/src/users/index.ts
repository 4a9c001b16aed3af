import PeopleIcon from '@mui/icons-material/PeopleAltOutlined';
import { lazy } from 'react';
import type { RaRecord } from 'react-admin';

/** For few people: their pages are loaded when one of these is opened. */
export const users = {
  name: 'users',
  icon: PeopleIcon,
  recordRepresentation: ({ name, username }: RaRecord) => `${name} (${username})`,
  list: lazy(() => import('./UserList')),
  show: lazy(() => import('./UserShow')),
  create: lazy(() => import('./UserCreate')),
  edit: lazy(() => import('./UserEdit')),
};

/** Grants have no pages of their own: they are edited on the page of their user. */
export const grants = { name: 'grants' };
