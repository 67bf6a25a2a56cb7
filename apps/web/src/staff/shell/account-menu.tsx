import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { roleName } from '../../language/codes';
import { area } from '../../language/words';
import vi from '../../language/vi/shell.json';
import { chooseTheme, theme } from '../../theme/theme';
import { useMe } from '../session/me';
import { signOut } from '../session/sign-out';
import { LanguageSwitch } from './language-switch';

const t = area('shell', vi);

export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const other = theme() === 'dark' ? 'light' : 'dark';
  return (
    <div className="account" onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <button
        type="button"
        aria-expanded={open}
        aria-haspopup="true"
        onClick={() => setOpen(!open)}
        aria-label={`${t('account')}: ${me.displayName}`}
      >
        {me.displayName} ▾
      </button>
      {open && (
        <div className="account-panel">
          <p>
            <strong>{me.displayName}</strong>
            <br />
            {roleName(me.role)}
            <br />
            <span className="quiet">{me.organisation?.name}</span>
          </p>
          <button type="button" className="link-button" onClick={() => chooseTheme(other)}>
            {t(other === 'dark' ? 'darkTheme' : 'lightTheme')}
          </button>
          <LanguageSwitch />
          <Link to="/cai-dat" className="link-button" onClick={() => setOpen(false)}>
            {t('screen.settings')}
          </Link>
          <button
            type="button"
            className="link-button"
            onClick={() => {
              setOpen(false);
              onKeys();
            }}
          >
            {t('keys')}
          </button>
          <button type="button" className="link-button" onClick={() => void signOut()}>
            {t('signOut')}
          </button>
        </div>
      )}
    </div>
  );
}
