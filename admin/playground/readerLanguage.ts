import { type Language, languages } from './languages';

/** Where the admin keeps the language its reader chose: the store of react-admin, as JSON. */
const storageKey = 'RaStorekhoi.locale';

/** The language chosen in the admin or here; before anyone chose, the browser's, as in the admin. */
export function readLanguage(): Language {
  return readChoice() ?? (navigator.language.toLowerCase().startsWith('vi') ? 'vi' : 'en');
}

/** Keeps the choice for the admin too, and starts the page again in that language; open tabs are kept. */
export function changeLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(language));
  } catch {
    // A browser that keeps nothing has its own language every time.
  }
  location.reload();
}

function readChoice(): Language | undefined {
  try {
    const chosen: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return languages.find((language) => language === chosen);
  } catch {
    return undefined;
  }
}
