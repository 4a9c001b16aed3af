import icon from './icon.svg';
import type { Language } from './languages';
import { messages } from './messages';
import { changeLanguage } from './readerLanguage';

/** The corner beside the tabs: back to the admin, and the other language. */
export function Heading({ language }: { language: Language }) {
  const words = messages[language];
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <nav className="khoi-heading" aria-label="Khối">
      <a href="/">
        <img src={icon} alt="" width="20" height="20" />
        <span>{words.admin}</span>
      </a>
      <button type="button" lang={other} title={words.otherLanguage} onClick={() => changeLanguage(other)}>
        {other.toUpperCase()}
      </button>
    </nav>
  );
}
