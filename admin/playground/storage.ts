/**
 * Where GraphiQL keeps tabs, history and settings: localStorage under a prefix of our own, because other programs on
 * the same host and port keep theirs under GraphiQL's; in memory where the browser keeps nothing.
 */
export interface PlaygroundStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  clear(): void;
  readonly length: number;
}

const prefix = 'khoi.';

export function openStorage(): PlaygroundStorage {
  const store = localStorageOrNothing();
  return store ? prefixed(store) : inMemory();
}

function prefixed(store: Storage): PlaygroundStorage {
  const ownKeys = () => Object.keys(store).filter((key) => key.startsWith(`${prefix}graphiql:`));
  return {
    getItem: (key) => store.getItem(prefix + key),
    setItem: (key, value) => store.setItem(prefix + key, value),
    removeItem: (key) => store.removeItem(prefix + key),
    clear: () => {
      for (const key of ownKeys()) store.removeItem(key);
    },
    get length() {
      return ownKeys().length;
    },
  };
}

function inMemory(): PlaygroundStorage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
    get length() {
      return values.size;
    },
  };
}

function localStorageOrNothing(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
