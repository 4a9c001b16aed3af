import type { PartyUnitSortField } from '../../schema/party-unit/party-unit.args';
import type { PartyUnitFilter } from '../../schema/party-unit/party-unit.inputs';
import { codeOf, containsFolded, day, integer, ownCode, text } from '../list/filter-fields';
import type { ListDefinition } from '../list/list';
import { hasId } from '../resource/ids';
import { named } from '../resource/named-resources';
import { subtreeOfCode } from './subtree.sql';

/** The aliases are those of selectUnits; `tree` is joined when the level is asked for. */
export const partyUnitList: ListDefinition<PartyUnitFilter, PartyUnitSortField> = {
  ids: hasId('unit.id'),
  search: (word, bind) => containsFolded("(unit.search_text || ' ' || placement.search_text)", word, bind),
  filters: {
    code: ownCode('unit.code'),
    name: text('placement.name'),
    nameEn: text('placement.name_en'),
    kind: codeOf(named.kind, 'placement.kind_id'),
    sector: codeOf(named.sector, 'placement.sector_id'),
    parent: codeOf(named.unit, 'placement.parent_id'),
    ancestor: {
      names: named.unit,
      conditions: (code, bind) => {
        const ancestor = bind(code);
        return [
          `unit.id in (${subtreeOfCode(ancestor, 'cast(:asOf as date)')}) and unit.code <> ${ancestor}`,
        ];
      },
    },
    level: integer('tree.level'),
    openedOn: day('unit.opened_on'),
    closedOn: day('unit.closed_on'),
  },
  sorts: {
    id: ['unit.id'],
    code: ['unit.code'],
    name: ['placement.name'],
    nameEn: ['placement.nameEn'],
    kind: [
      '(select kind.sort_order from unit_kind kind where kind.id = placement.kind_id)',
      '(select kind.name from unit_kind kind where kind.id = placement.kind_id)',
    ],
    sector: [
      '(select sector.sort_order from sector where sector.id = placement.sector_id)',
      '(select sector.name from sector where sector.id = placement.sector_id)',
    ],
    parent: ['(select parent.code from party_unit parent where parent.id = placement.parent_id)'],
    level: ['tree.level'],
    openedOn: ['unit.openedOn'],
    closedOn: ['unit.closedOn'],
  },
  defaultSort: ['placement.name'],
  key: ['unit.id'],
};
