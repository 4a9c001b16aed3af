/** Whether the last request reached the server. What shows it subscribes; what sends requests reports. */
export interface Connection {
  subscribe(listener: () => void): () => void;
  isLost(): boolean;
  report(isLost: boolean): void;
}

export function createConnection(): Connection {
  const listeners = new Set<() => void>();
  let lost = false;
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isLost: () => lost,
    report(isLost) {
      if (isLost === lost) return;
      lost = isLost;
      for (const listener of listeners) listener();
    },
  };
}
