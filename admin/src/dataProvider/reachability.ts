let reachable = true;
const listeners = new Set<() => void>();

/** Whether the server answered when it was last asked; a store that React can subscribe to. */
export const reachability = {
  get: () => reachable,
  set(answered: boolean) {
    if (answered === reachable) return;
    reachable = answered;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
