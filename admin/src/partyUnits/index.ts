import AccountTreeIcon from '@mui/icons-material/AccountTreeOutlined';
import { localName } from '../i18n/format';
import { lazyPage } from '../layout/lazyPage';

export const partyUnits = {
  name: 'partyUnits',
  icon: AccountTreeIcon,
  recordRepresentation: localName,
  list: lazyPage(() => import('./PartyUnitList'), 'PartyUnitList'),
  show: lazyPage(() => import('./PartyUnitShow'), 'PartyUnitShow'),
  create: lazyPage(() => import('./PartyUnitCreate'), 'PartyUnitCreate'),
  edit: lazyPage(() => import('./PartyUnitEdit'), 'PartyUnitEdit'),
};
