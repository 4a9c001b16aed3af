import { useSyncExternalStore } from 'react';
import { session } from './session';
import type { Session } from './sessionAnswer';

/** Who is signed in; null while that is being found out. */
export const useSession = (): Session | null => useSyncExternalStore(session.subscribe, session.get);
