import FlagIcon from '@mui/icons-material/FlagOutlined';
import { localName } from '../i18n/format';
import { lazyPage } from '../layout/lazyPage';

export const programmes = {
  name: 'programmes',
  icon: FlagIcon,
  recordRepresentation: localName,
  list: lazyPage(() => import('./ProgrammeList'), 'ProgrammeList'),
  show: lazyPage(() => import('./ProgrammeShow'), 'ProgrammeShow'),
  create: lazyPage(() => import('./ProgrammeForms'), 'ProgrammeCreate'),
  edit: lazyPage(() => import('./ProgrammeForms'), 'ProgrammeEdit'),
};

/** Objectives and targets have no pages of their own: they are edited on the page of their programme. */
export const objectives = { name: 'objectives', recordRepresentation: localName };
export const targets = { name: 'targets' };
