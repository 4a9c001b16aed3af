import type { Holder } from '../resource/in-use';

/** What holds a unit back from being deleted. */
export const unitHolders: readonly Holder[] = [
  { table: 'observation', column: 'unit_id', one: 'observation', many: 'observations' },
  {
    table: 'unit_placement',
    column: 'parent_id',
    distinct: 'unit_id',
    one: 'subordinate unit',
    many: 'subordinate units',
  },
  { table: 'target', column: 'unit_id', one: 'target', many: 'targets' },
  { table: 'party_unit', column: 'successor_id', one: 'unit merged into it', many: 'units merged into it' },
];
