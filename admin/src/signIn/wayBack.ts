/** Where one was, while the browser is at the sign-in of another organisation, which leads back to the beginning. */
const key = 'khoi.wayBack';

/** Only pages of ours: a path of the admin, or the playground. */
const isOwn = (path: string) => /^\/(#\/|playground(\?|$))/.test(path);

export function keepWayBack(path: string): void {
  sessionStorage.setItem(key, path);
}

/** At the beginning, goes on to where one was; whoever comes to another page wants that one. */
export function takeWayBack(): void {
  const path = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  const isAtBeginning = location.hash === '' || location.hash === '#/';
  if (path && isAtBeginning && isOwn(path)) location.replace(path);
}
