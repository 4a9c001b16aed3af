/** As narrow as the rules of playground.css for phones and upright tablets. */
const narrow = window.matchMedia('(max-width: 960px)');

export function isNarrow(): boolean {
  return narrow.matches;
}
