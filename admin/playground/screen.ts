/** As narrow as the rules of playground.css for phones. */
const phone = window.matchMedia('(max-width: 720px)');

export function isPhone(): boolean {
  return phone.matches;
}
