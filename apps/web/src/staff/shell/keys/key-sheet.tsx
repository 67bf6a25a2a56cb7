import { useState } from 'react';
import { area } from '../../../language/words';
import vi from '../../../language/vi/shell.json';
import { lettersOn, spokenKeys, switchLetters } from '../../parts/hotkeys';
import { Overlay } from '../overlay';
import './key-sheet.css';

const t = area('shell', vi);
const shown = (key: string) =>
  key
    .split('+')
    .map((part) => (part.length === 1 || part === 'ctrl' ? part[0]!.toUpperCase() + part.slice(1) : part))
    .join(' + ');

/** The keys that work on this screen at this moment, as they are registered, and the switch for single letters. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const [letters, setLetters] = useState(lettersOn());
  const [keys] = useState(spokenKeys);
  return (
    <Overlay label={t('keys')} onClose={onClose}>
      <div className="key-sheet">
        <h2>{t('keys')}</h2>
        <dl>
          {keys.map(({ key, says }) => (
            <div key={key} className="key-line">
              <dt>
                <kbd>{shown(key)}</kbd>
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
        <label className="key-switch">
          <input
            type="checkbox"
            checked={letters}
            onChange={() => {
              switchLetters(!letters);
              setLetters(!letters);
            }}
          />
          {t('letters')}
        </label>
        <button type="button" className="plain-button" onClick={onClose}>
          {t('closeKeys')}
        </button>
      </div>
    </Overlay>
  );
}
