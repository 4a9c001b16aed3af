import { type ComponentType, lazy } from 'react';

/** A page that is loaded when it is first opened: what everybody loads at the start stays small. */
export const lazyPage = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(() => load().then((pages) => ({ default: pages[name] })));
