import { useState, useSyncExternalStore } from 'react';
import { area, chooseLanguage, language } from '../../../language/words';
import vi from '../../../language/vi/settings.json';
import shell from '../../../language/vi/shell.json';
import { chooseTheme, onThemeChange, theme } from '../../../theme/theme';
import { lettersOn, switchLetters } from '../../parts/hotkeys';

const t = area('settings', vi);
const frame = area('shell', shell);

/** How the screens look and listen on this device. */
export function DisplayChoices() {
  const colours = useSyncExternalStore(onThemeChange, theme);
  const [letters, setLetters] = useState(lettersOn());
  return (
    <section className="sheet settings-part deed">
      <h2>{t('display')}</h2>
      <fieldset>
        <legend>{t('theme')}</legend>
        {(['light', 'dark'] as const).map((one) => (
          <label key={one} className="tick">
            <input type="radio" name="theme" checked={colours === one} onChange={() => chooseTheme(one)} />
            {frame(one === 'light' ? 'lightTheme' : 'darkTheme')}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('language')}</legend>
        {(['vi', 'en'] as const).map((one) => (
          <label key={one} className="tick" lang={one}>
            <input type="radio" name="language" checked={language() === one} onChange={() => void chooseLanguage(one)} />
            {t(`language.${one}`)}
          </label>
        ))}
      </fieldset>
      <label className="tick">
        <input
          type="checkbox"
          checked={letters}
          onChange={() => {
            switchLetters(!letters);
            setLetters(!letters);
          }}
        />
        {frame('letters')}
      </label>
    </section>
  );
}
