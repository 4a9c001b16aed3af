import BusinessIcon from '@mui/icons-material/BusinessOutlined';
import { localName } from '../i18n/format';
import { lazyPage } from '../layout/lazyPage';

export const sectors = {
  name: 'sectors',
  icon: BusinessIcon,
  recordRepresentation: localName,
  list: lazyPage(() => import('../orderedNames/OrderedNameList'), 'OrderedNameList'),
  show: lazyPage(() => import('./SectorShow'), 'SectorShow'),
  create: lazyPage(() => import('../orderedNames/OrderedNameForms'), 'OrderedNameCreate'),
  edit: lazyPage(() => import('../orderedNames/OrderedNameForms'), 'OrderedNameEdit'),
};
