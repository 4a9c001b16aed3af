import TableChartIcon from '@mui/icons-material/TableChartOutlined';
import type { AdminRecord } from '../dataProvider/records';
import { localName, showPeriod } from '../i18n/format';
import { lazyPage } from '../layout/lazyPage';

const representation = ({ related, period }: AdminRecord) =>
  [localName(related.indicator), localName(related.unit), showPeriod(period)].filter(Boolean).join(' · ');

export const observations = {
  name: 'observations',
  icon: TableChartIcon,
  recordRepresentation: representation as (record: object) => string,
  list: lazyPage(() => import('./ObservationList'), 'ObservationList'),
  show: lazyPage(() => import('./ObservationShow'), 'ObservationShow'),
  create: lazyPage(() => import('./ObservationCreate'), 'ObservationCreate'),
  edit: lazyPage(() => import('./ObservationEdit'), 'ObservationEdit'),
};
