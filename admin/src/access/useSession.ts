import { useSyncExternalStore } from 'react';
import { type Session, session } from './session';

/** Who is signed in; null while that is being found out. */
export const useSession = (): Session | null => useSyncExternalStore(session.subscribe, session.get);
