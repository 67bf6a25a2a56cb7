import { type FormEvent, useState } from 'react';
import { call } from '../../api/call';
import { area } from '../../language/words';
import vi from '../../language/vi/session.json';
import { textOf } from '../parts/form-text';
import { problemText } from '../parts/problem-text';

const t = area('session', vi);

/** The page behind a one-time link. The secret stands after `#` and never reaches a server log. */
export function SetPasswordForm({ token }: { token: string }) {
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState('');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [password, again] = [textOf(form, 'password'), textOf(form, 'again')];
    if (password !== again) return setProblem(t('passwordsDiffer'));
    try {
      setDone((await call('POST /api/v1/session/password-link', { body: { token, password } })).login);
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  if (done)
    return (
      <main className="door">
        <div className="door-card">
          <h1>{t('passwordSet')}</h1>
          <p>{t('passwordSetText', { login: done })}</p>
          <a className="main-button" href="/">
            {t('toSignIn')}
          </a>
        </div>
      </main>
    );
  return (
    <main className="door">
      <form className="door-card" onSubmit={(event) => void submit(event)}>
        <h1>{t('setPassword')}</h1>
        <p className="quiet">{t('setPasswordText')}</p>
        <label>
          {t('newPassword')}
          <input name="password" type="password" autoComplete="new-password" minLength={12} required autoFocus />
        </label>
        <label>
          {t('newPasswordAgain')}
          <input name="again" type="password" autoComplete="new-password" minLength={12} required />
        </label>
        {problem && (
          <p role="alert" className="fault">
            {problem}
          </p>
        )}
        <button type="submit" className="main-button">
          {t('savePassword')}
        </button>
      </form>
    </main>
  );
}
