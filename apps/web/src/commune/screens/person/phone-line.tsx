import { type FormEvent, useState } from 'react';
import { formatPhone } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-people.json';
import { Icon } from '../../parts/icon';
import { problemText } from '../../parts/problem-text';
import { dialOf } from '../../parts/short-name';

const t = area('commune-people', vi);

/** A number to call; the pencil changes it, and the old one stays visible below. */
export function PhoneLine({
  who,
  phone,
  former,
  onSave,
}: {
  who: string;
  phone: string | null;
  former: readonly string[];
  onSave: (phone: string) => Promise<void>;
}) {
  const [editing, setEditing] = useState(false);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('phone');
    setBusy(true);
    try {
      await onSave(typeof typed === 'string' ? typed.trim() : '');
      setEditing(false);
      setProblem('');
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="phone-line">
      {phone ? (
        <a className="call as-button" href={dialOf(phone)}>
          <Icon name="call" />
          <span>
            {who} <strong>{formatPhone(phone)}</strong>
          </span>
        </a>
      ) : (
        <span className="call">
          {who} · {t('noNumber')}
        </span>
      )}
      <button
        type="button"
        className="icon-button"
        aria-expanded={editing}
        aria-label={t('changePhone', { who })}
        onClick={() => setEditing(!editing)}
      >
        <Icon name="edit" />
      </button>
      {editing && (
        <form className="wide" onSubmit={(event) => void save(event)}>
          <label>
            {t('newPhone')}
            <input
              name="phone"
              type="tel"
              inputMode="tel"
              autoComplete="off"
              required
              pattern="\+?[0-9 .]{8,16}"
              defaultValue={phone ? formatPhone(phone) : ''}
              autoFocus
            />
          </label>
          {problem && (
            <p role="alert" className="fault">
              {problem}
            </p>
          )}
          <button type="submit" className="main" disabled={busy}>
            {t('savePhone')}
          </button>
        </form>
      )}
      {former.length > 0 && <p className="quiet wide">{t('formerPhones', { phones: former.map(formatPhone).join(', ') })}</p>}
    </div>
  );
}
