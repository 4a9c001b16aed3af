import { useEffect } from 'react';
import { useLocaleState } from 'react-admin';

/** Screen readers and hyphenation go by the language of the document. */
export function DocumentLanguage() {
  const [locale] = useLocaleState();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return null;
}
