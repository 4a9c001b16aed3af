import CategoryIcon from '@mui/icons-material/CategoryOutlined';
import { localName } from '../i18n/format';
import { lazyPage } from '../layout/lazyPage';

export const unitKinds = {
  name: 'unitKinds',
  icon: CategoryIcon,
  recordRepresentation: localName,
  list: lazyPage(() => import('../orderedNames/OrderedNameList'), 'OrderedNameList'),
  show: lazyPage(() => import('./UnitKindShow'), 'UnitKindShow'),
  create: lazyPage(() => import('../orderedNames/OrderedNameForms'), 'OrderedNameCreate'),
  edit: lazyPage(() => import('../orderedNames/OrderedNameForms'), 'OrderedNameEdit'),
};
