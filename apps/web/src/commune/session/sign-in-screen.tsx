import { type FormEvent, useState } from 'react';
import { area } from '../../language/words';
import vi from '../../language/vi/commune.json';
import { LanguageSwitch } from '../parts/language-switch';
import { problemText } from '../parts/problem-text';
import { openAccount, signIn } from './account';

const t = area('commune', vi);

/** Name and password; says why they are asked for again, and that what waits to be sent is still there. */
export function SignInScreen({ why, login }: { why?: 'lost' | 'ended' | 'unreachable' | 'other-role'; login?: string }) {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem('');
    try {
      await signIn(text(form, 'login'), text(form, 'password'));
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="door">
      <img src="/icon.svg" alt="" width="56" height="56" />
      <h1>{t('appName')}</h1>
      <p className="quiet">{why ? t(`why.${why}`) : t('motto')}</p>
      {why === 'unreachable' && (
        <button type="button" className="plain" onClick={() => void openAccount()}>
          {t('again')}
        </button>
      )}
      {why === 'other-role' && (
        <a className="plain as-button" href="/">
          {t('toStaffApp')}
        </a>
      )}
      <form onSubmit={(event) => void submit(event)}>
        <label>
          {t('login')}
          <input
            name="login"
            defaultValue={why === 'lost' ? login : undefined}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        </label>
        <label>
          {t('password')}
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        {problem && (
          <p role="alert" className="fault">
            {problem}
          </p>
        )}
        <button type="submit" className="main" disabled={busy}>
          {busy ? t('signingIn') : t('signIn')}
        </button>
      </form>
      <p className="quiet">{t('forgotten')}</p>
      <LanguageSwitch />
    </main>
  );
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
