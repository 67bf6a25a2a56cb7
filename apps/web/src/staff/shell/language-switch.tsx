import { area, chooseLanguage, language } from '../../language/words';
import vi from '../../language/vi/shell.json';

const t = area('shell', vi);

/** Names the other language in that language. */
export function LanguageSwitch() {
  const other = language() === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className="link-button" lang={other} onClick={() => void chooseLanguage(other)}>
      {t('language')}
    </button>
  );
}
