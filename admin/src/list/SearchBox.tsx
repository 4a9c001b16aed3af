import { SearchInput, useTranslate } from 'react-admin';

/** Free text over codes and names. Placeholders are not labels: people who hear the page need one. */
export function SearchBox({ source }: { source: string; alwaysOn?: boolean }) {
  const translate = useTranslate();
  return (
    <SearchInput
      source={source}
      slotProps={{ htmlInput: { 'aria-label': translate('ra.action.search') } as Record<string, string> }}
    />
  );
}
