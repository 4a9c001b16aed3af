import type { Access } from './access';

/** Who asks, and on which day: what everything that serves a request is handed. */
export interface Caller {
  access: Access;
  /** The calendar day in the configured time zone; one request never sees two. */
  today: string;
  requestId: string;
}
