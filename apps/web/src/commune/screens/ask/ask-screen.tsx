import { type FormEvent, useState } from 'react';
import { call, newKey } from '../../../api/call';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-people.json';
import { problemText } from '../../parts/problem-text';
import { back } from '../../router';
import type { RouteValues } from '../../shell/routes';
import { useDraft } from '../../use-draft';
import { readAgain } from '../../use-read';

const t = area('commune-people', vi);

/** A question to the centre, pinned to the case; the answer comes as a task. */
export function Screen({ caseId = '' }: RouteValues) {
  const [{ text }, change, forget] = useDraft(`ask ${caseId}`, { text: '' });
  const [key] = useState(newKey);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      await call('POST /api/v1/commune/questions', { body: { caseId, text: text.trim() }, key });
      forget();
      readAgain();
      setDone(true);
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  if (done)
    return (
      <div className="empty" role="status">
        <p>{t('asked')}</p>
        <button type="button" className="main" onClick={() => back('/')}>
          {t('backToTask')}
        </button>
      </div>
    );
  return (
    <form className="sheet" onSubmit={(event) => void send(event)}>
      <label>
        {t('yourQuestion')}
        <textarea
          rows={5}
          minLength={3}
          maxLength={1000}
          required
          value={text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </label>
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
      <div className="deeds">
        <button type="submit" className="main" disabled={busy}>
          {t('sendQuestion')}
        </button>
      </div>
    </form>
  );
}
