import DonutIcon from '@mui/icons-material/DonutSmallOutlined';
import { localName } from '../i18n/format';
import { DimensionCreate } from './DimensionCreate';
import { DimensionEdit } from './DimensionEdit';
import { DimensionList } from './DimensionList';
import { DimensionShow } from './DimensionShow';

export const dimensions = {
  name: 'dimensions',
  icon: DonutIcon,
  recordRepresentation: localName,
  list: DimensionList,
  show: DimensionShow,
  create: DimensionCreate,
  edit: DimensionEdit,
};

/** Members have no pages of their own: they are edited on the page of their dimension. */
export const dimensionMembers = { name: 'dimensionMembers', recordRepresentation: localName };
