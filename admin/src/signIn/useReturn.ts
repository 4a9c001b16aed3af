import { useLocation } from 'react-admin';

/** The only page outside the admin that leads here, so that no link can lead anywhere else from our own sign-in page. */
const isPlayground = (path: string) => /^\/playground(\?|$)/.test(path);

/** The address of the page that one came from. */
export function useCameFrom(): string {
  const { search, state } = useLocation();
  const { nextPathname = '/', nextSearch = '' } = (state ?? {}) as {
    nextPathname?: string;
    nextSearch?: string;
  };
  return new URLSearchParams(search).get('from') ?? `/#${nextPathname}${nextSearch}`;
}

/** Leads back to the page outside the admin that one came from, and says whether there is one. */
export function useReturn(): () => boolean {
  const { search } = useLocation();
  return () => {
    const from = new URLSearchParams(search).get('from') ?? '';
    if (!isPlayground(from)) return false;
    window.location.replace(from);
    return true;
  };
}
