import TableChartIcon from '@mui/icons-material/TableChartOutlined';
import type { AdminRecord } from '../dataProvider/records';
import { localName, showPeriod } from '../i18n/format';
import { ObservationCreate } from './ObservationCreate';
import { ObservationEdit } from './ObservationEdit';
import { ObservationList } from './ObservationList';
import { ObservationShow } from './ObservationShow';

const representation = ({ related, period }: AdminRecord) =>
  [localName(related.indicator), localName(related.unit), showPeriod(period)].filter(Boolean).join(' · ');

export const observations = {
  name: 'observations',
  icon: TableChartIcon,
  recordRepresentation: representation as (record: object) => string,
  list: ObservationList,
  show: ObservationShow,
  create: ObservationCreate,
  edit: ObservationEdit,
};
