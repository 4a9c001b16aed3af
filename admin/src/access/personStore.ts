import { localStorageStore, type Store } from 'react-admin';

/** How a page looks and speaks belongs to the browser; columns, filters and the like to the person who signed in. */
const ofTheBrowser = ['locale', 'theme'];

/** What a person sets stays in the browser until somebody signs out; a new meaning gets a new version. */
const browserStore = localStorageStore('1', 'khoi');

export const personStore: Store = {
  ...browserStore,
  reset() {
    const kept = ofTheBrowser.map((key) => [key, browserStore.getItem<unknown>(key)] as const);
    browserStore.reset();
    for (const [key, value] of kept) if (value !== undefined) browserStore.setItem(key, value);
  },
};
