import { area, chooseLanguage, language } from '../../language/words';
import vi from '../../language/vi/commune.json';

const t = area('commune', vi);

export function LanguageSwitch() {
  const other = language() === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className="plain" lang={other} onClick={() => void chooseLanguage(other)}>
      {t('otherLanguage')}
    </button>
  );
}
