import FunctionsIcon from '@mui/icons-material/InsightsOutlined';
import { localName } from '../i18n/format';
import { lazyPage } from '../layout/lazyPage';

export const indicators = {
  name: 'indicators',
  icon: FunctionsIcon,
  recordRepresentation: localName,
  list: lazyPage(() => import('./IndicatorList'), 'IndicatorList'),
  show: lazyPage(() => import('./IndicatorShow'), 'IndicatorShow'),
  create: lazyPage(() => import('./IndicatorCreate'), 'IndicatorCreate'),
  edit: lazyPage(() => import('./IndicatorEdit'), 'IndicatorEdit'),
};
