import FunctionsIcon from '@mui/icons-material/InsightsOutlined';
import { localName } from '../i18n/format';
import { IndicatorCreate } from './IndicatorCreate';
import { IndicatorEdit } from './IndicatorEdit';
import { IndicatorList } from './IndicatorList';
import { IndicatorShow } from './IndicatorShow';

export const indicators = {
  name: 'indicators',
  icon: FunctionsIcon,
  recordRepresentation: localName,
  list: IndicatorList,
  show: IndicatorShow,
  create: IndicatorCreate,
  edit: IndicatorEdit,
};
