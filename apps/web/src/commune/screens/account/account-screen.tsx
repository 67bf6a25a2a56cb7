import { useState } from 'react';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-people.json';
import { chooseTheme, theme } from '../../../theme/theme';
import { outbox } from '../../device/outbox';
import { useLive } from '../../live-state';
import { LanguageSwitch } from '../../parts/language-switch';
import { account, signOut } from '../../session/account';
import { PushLine } from './push-line';

const t = area('commune-people', vi);

/** Who is signed in, how the app looks, and the way out. */
export function Screen() {
  const state = useLive(account);
  const { waiting, lasting } = useLive(outbox);
  const [sure, setSure] = useState(false);
  const [dark, setDark] = useState(theme() === 'dark');
  const leave = () => {
    if (waiting.length > 0 && !sure) return setSure(true);
    void signOut();
  };
  return (
    <div className="sheet">
      {state.kind === 'in' ? (
        <>
          <h2 className="name">{state.me.displayName}</h2>
          <p>{state.me.organisation?.name}</p>
          <p className="quiet">{state.me.login}</p>
        </>
      ) : (
        <p>{state.kind === 'known' ? t('knownAs', { login: state.login }) : ''}</p>
      )}
      <p className="note">{t(lasting ? 'keptHere' : 'keptNowhere')}</p>
      <label className="switch">
        <input
          type="checkbox"
          checked={dark}
          onChange={(event) => {
            setDark(event.target.checked);
            chooseTheme(event.target.checked ? 'dark' : 'light');
          }}
        />
        {t('darkTheme')}
      </label>
      <PushLine />
      <LanguageSwitch />
      {sure && (
        <p role="alert" className="fault">
          {t('leaveUnsent', { n: waiting.length })}
        </p>
      )}
      <div className="deeds">
        <button type="button" className="second" onClick={leave}>
          {t(sure ? 'leaveAnyway' : 'signOut')}
        </button>
      </div>
    </div>
  );
}
