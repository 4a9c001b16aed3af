import { type Bind, containsFolded } from '../list/filter-fields';

/** The condition that a word is in the code or a name of the indicator in a column. */
export function indicatorHasWord(column: string, word: string, bind: Bind): string {
  const found = containsFolded('indicator.search_text', word, bind);
  return `${column} in (select indicator.id from indicator where ${found})`;
}

/** The name of the indicator in a column. */
export function nameOfIndicator(column: string): string {
  return `(select indicator.name from indicator where indicator.id = ${column})`;
}
