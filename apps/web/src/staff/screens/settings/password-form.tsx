import { useState } from 'react';
import { call } from '../../../api/call';
import { area } from '../../../language/words';
import vi from '../../../language/vi/settings.json';
import { DeedButton } from '../../parts/deed-button';
import { tellDone } from '../../parts/notices';
import { useDeed } from '../../parts/use-deed';

const t = area('settings', vi);
const EMPTY = { current: '', password: '', again: '' };
const SHORTEST = 12;

/** A new password, with the old one. Other sessions of the account end; this one goes on. */
export function PasswordForm() {
  const [typed, setTyped] = useState(EMPTY);
  const deed = useDeed(async ({ current, password }: typeof EMPTY, key) => {
    await call('PUT /api/v1/session/password', { body: { current, password }, key });
    return true;
  });
  const change = async () => {
    if (!(await deed.act(typed))) return;
    setTyped(EMPTY);
    tellDone(t('passwordChanged'));
  };
  const differ = typed.again !== '' && typed.again !== typed.password;
  const field = (name: keyof typeof EMPTY, autoComplete: string) => (
    <label className="field">
      {t(`password.${name}`)}
      <input
        type="password"
        className="field-input"
        autoComplete={autoComplete}
        required
        minLength={name === 'current' ? undefined : SHORTEST}
        value={typed[name]}
        onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <form className="sheet settings-part deed" onSubmit={(event) => (event.preventDefault(), void change())}>
      <h2>{t('password')}</h2>
      {field('current', 'current-password')}
      {field('password', 'new-password')}
      {field('again', 'new-password')}
      <p className="field-note tone-urgent" role="status">
        {differ ? t('passwordsDiffer') : ''}
      </p>
      <DeedButton word={t('changePassword')} deed={deed} disabled={differ || typed.password.length < SHORTEST || typed.again === ''} />
    </form>
  );
}
