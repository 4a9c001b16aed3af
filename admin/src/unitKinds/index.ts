import CategoryIcon from '@mui/icons-material/CategoryOutlined';
import { localName } from '../i18n/format';
import { OrderedNameCreate, OrderedNameEdit } from '../orderedNames/OrderedNameForms';
import { OrderedNameList } from '../orderedNames/OrderedNameList';
import { UnitKindShow } from './UnitKindShow';

export const unitKinds = {
  name: 'unitKinds',
  icon: CategoryIcon,
  recordRepresentation: localName,
  list: OrderedNameList,
  show: UnitKindShow,
  create: OrderedNameCreate,
  edit: OrderedNameEdit,
};
