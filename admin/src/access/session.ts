import { askAuth } from './authRequest';
import type { Session } from './sessionAnswer';

/** Rights are asked for anew after so long, when a page is opened. */
const FRESH_MS = 30_000;

let current: Session | null = null;
let loadedAt = 0;
let loading: Promise<Session> | null = null;
let hasEnded = false;
const listeners = new Set<() => void>();

/** Other tabs share the cookie: a change of persons in one of them is one in all of them. */
const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('khoi.session');
if (tabs) {
  tabs.onmessage = ({ data }) => {
    if (current && data !== (current.user?.id ?? null)) window.location.reload();
  };
}

function keep(session: Session): Session {
  current = session;
  loadedAt = Date.now();
  if (session.user) hasEnded = false;
  for (const listener of listeners) listener();
  return session;
}

/** As `keep`, and tells the other tabs. */
function change(session: Session): Session {
  tabs?.postMessage(session.user?.id ?? null);
  return keep(session);
}

/** The session of this browser: a store that React can subscribe to. Its cookie is out of reach for any script. */
export const session = {
  get: () => current,
  /** Whether it was over when something was asked for, and nobody has signed in since. */
  hasEnded: () => hasEnded,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** What is known if that is fresh, else what the server says. */
  async load(): Promise<Session> {
    if (current && Date.now() - loadedAt < FRESH_MS) return current;
    loading ??= askAuth<Session>('session')
      .then(keep)
      .finally(() => {
        loading = null;
      });
    return loading;
  },
  /** The server said that nobody is signed in any more, or no longer with these rights. */
  end() {
    hasEnded = Boolean(current?.user);
    if (current)
      keep({ ...current, user: null, mustChangePassword: false, rights: [], rightsEverywhere: [] });
    loadedAt = 0;
  },
  /** The server said that the password must be changed first. */
  async reload(): Promise<Session> {
    loadedAt = 0;
    return session.load();
  },
  signIn: (username: string, password: string) =>
    askAuth<Session>('sign-in', { username, password }).then(change),
  signInToDemo: (username: string) => askAuth<Session>('demo', { username }).then(change),
  changePassword: (before: string, wanted: string) =>
    askAuth<Session>('password', { current: before, new: wanted }).then(change),
  async signOut() {
    change(await askAuth<Session>('sign-out', {}));
  },
};
