import DonutIcon from '@mui/icons-material/DonutSmallOutlined';
import { localName } from '../i18n/format';
import { lazyPage } from '../layout/lazyPage';

export const dimensions = {
  name: 'dimensions',
  icon: DonutIcon,
  recordRepresentation: localName,
  list: lazyPage(() => import('./DimensionList'), 'DimensionList'),
  show: lazyPage(() => import('./DimensionShow'), 'DimensionShow'),
  create: lazyPage(() => import('./DimensionCreate'), 'DimensionCreate'),
  edit: lazyPage(() => import('./DimensionEdit'), 'DimensionEdit'),
};

/** Members have no pages of their own: they are edited on the page of their dimension. */
export const dimensionMembers = { name: 'dimensionMembers', recordRepresentation: localName };
