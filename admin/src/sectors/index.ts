import BusinessIcon from '@mui/icons-material/BusinessOutlined';
import { localName } from '../i18n/format';
import { OrderedNameCreate, OrderedNameEdit } from '../orderedNames/OrderedNameForms';
import { OrderedNameList } from '../orderedNames/OrderedNameList';
import { SectorShow } from './SectorShow';

export const sectors = {
  name: 'sectors',
  icon: BusinessIcon,
  recordRepresentation: localName,
  list: OrderedNameList,
  show: SectorShow,
  create: OrderedNameCreate,
  edit: OrderedNameEdit,
};
