import { type FormEvent, useState } from 'react';
import { call } from '../../api/call';
import { area } from '../../language/words';
import vi from '../../language/vi/session.json';
import { textOf } from '../parts/form-text';
import { problemText } from '../parts/problem-text';
import { LanguageSwitch } from '../shell/language-switch';

const t = area('session', vi);

/** Name and password. With `login` given only the password is asked: the same person goes on. */
export function SignInForm({ login, note, onSignedIn }: { login?: string; note?: string; onSignedIn: () => unknown }) {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem('');
    try {
      await call('POST /api/v1/session', { body: { login: login ?? textOf(form, 'login'), password: textOf(form, 'password') } });
      await onSignedIn();
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="door">
      <form className="door-card" onSubmit={(event) => void submit(event)}>
        <img src="/icon.svg" alt="" width="56" height="56" />
        <h1>{t('product')}</h1>
        <p className="quiet">{note ?? t('motto')}</p>
        {login ? (
          <p>
            <strong>{login}</strong>
          </p>
        ) : (
          <label>
            {t('login')}
            <input name="login" autoComplete="username" autoCapitalize="none" spellCheck={false} required autoFocus />
          </label>
        )}
        <label>
          {t('password')}
          <input name="password" type="password" autoComplete="current-password" required autoFocus={login !== undefined} />
        </label>
        {problem && (
          <p role="alert" className="fault">
            {problem}
          </p>
        )}
        <button type="submit" className="main-button" disabled={busy}>
          {busy ? t('signingIn') : t('signIn')}
        </button>
        <p className="quiet small">{t('forgotten')}</p>
        <p className="door-links">
          <a href="/cong-khai/">{t('publicPages')}</a>
          <a href="/xa/">{t('communeApp')}</a>
          <LanguageSwitch />
        </p>
      </form>
    </main>
  );
}
