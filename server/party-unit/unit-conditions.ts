import { type Bind, containsFolded } from '../list/filter-fields';
import { placementOn } from './placement-on';
import { subtreeOfCode } from './subtree.sql';

/** What lists of other records ask about their units. The day is that of the query's parameter `asOf`. */
const day = 'cast(:asOf as date)';

/** The condition that the unit in a column is the one with that code or stands below it. */
export function isUnder(column: string, code: string): string {
  return `${column} in (${subtreeOfCode(code, day)})`;
}

/** The condition that a word is in the code or a name of the unit in a column. */
export function unitHasWord(column: string, word: string, bind: Bind): string {
  return `${column} in (
    select unit.id
    from party_unit unit
    join unit_placement placement on ${placementOn('unit', 'placement', day)}
    where ${containsFolded("(unit.search_text || ' ' || placement.search_text)", word, bind)})`;
}

/** The name of the unit in a column. */
export function nameOfUnit(column: string): string {
  return `(
    select placement.name
    from party_unit unit
    join unit_placement placement on ${placementOn('unit', 'placement', day)}
    where unit.id = ${column})`;
}
