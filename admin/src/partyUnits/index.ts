import AccountTreeIcon from '@mui/icons-material/AccountTreeOutlined';
import { localName } from '../i18n/format';
import { PartyUnitCreate } from './PartyUnitCreate';
import { PartyUnitEdit } from './PartyUnitEdit';
import { PartyUnitList } from './PartyUnitList';
import { PartyUnitShow } from './PartyUnitShow';

export const partyUnits = {
  name: 'partyUnits',
  icon: AccountTreeIcon,
  recordRepresentation: localName,
  list: PartyUnitList,
  show: PartyUnitShow,
  create: PartyUnitCreate,
  edit: PartyUnitEdit,
};
