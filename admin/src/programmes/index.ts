import FlagIcon from '@mui/icons-material/FlagOutlined';
import { localName } from '../i18n/format';
import { ProgrammeCreate, ProgrammeEdit } from './ProgrammeForms';
import { ProgrammeList } from './ProgrammeList';
import { ProgrammeShow } from './ProgrammeShow';

export const programmes = {
  name: 'programmes',
  icon: FlagIcon,
  recordRepresentation: localName,
  list: ProgrammeList,
  show: ProgrammeShow,
  create: ProgrammeCreate,
  edit: ProgrammeEdit,
};

/** Objectives and targets have no pages of their own: they are edited on the page of their programme. */
export const objectives = { name: 'objectives', recordRepresentation: localName };
export const targets = { name: 'targets' };
