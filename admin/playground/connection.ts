/** How the last request went: it was answered, reached nobody, or nobody was signed in any more. */
export type ConnectionState = 'fine' | 'lost' | 'signedOut';

/** What shows it subscribes; what sends requests reports. */
export interface Connection {
  subscribe(listener: () => void): () => void;
  state(): ConnectionState;
  report(state: ConnectionState): void;
}

export function createConnection(): Connection {
  const listeners = new Set<() => void>();
  let current: ConnectionState = 'fine';
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => current,
    report(state) {
      if (state === current) return;
      current = state;
      for (const listener of listeners) listener();
    },
  };
}
