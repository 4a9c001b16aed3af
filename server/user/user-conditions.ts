import { type Bind, containsFolded } from '../list/filter-fields';

/** The condition that a word is in the user name or the name of the user in a column. */
export function userHasWord(column: string, word: string, bind: Bind): string {
  return `${column} in (
    select someone.id from app_user someone where ${containsFolded("fold_text(someone.username || ' ' || someone.name)", word, bind)})`;
}

/** The user name of the user in a column, for sorting. */
export function usernameOf(column: string): string {
  return `(select lower(someone.username) from app_user someone where someone.id = ${column})`;
}
