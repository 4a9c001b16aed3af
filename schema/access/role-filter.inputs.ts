import { enumFilter } from '../list/enum-filter';
import { Role } from './role.enum';

export const RoleFilter = enumFilter('RoleFilter', Role);
