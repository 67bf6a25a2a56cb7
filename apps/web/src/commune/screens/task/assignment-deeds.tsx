import { useState } from 'react';
import { call, newKey } from '../../../api/call';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune.json';
import { problemText } from '../../parts/problem-text';
import { back } from '../../router';
import { useDraft } from '../../use-draft';
import { readAgain, useRead } from '../../use-read';
import { loadDesk } from '../tasks/desk';

const t = area('commune', vi);

/** What a leader asked the commune for, and its answer. */
export function AssignmentDeeds({ assignmentId }: { assignmentId: string }) {
  const read = useRead(`assignment ${assignmentId}`, () => call('GET /api/v1/assignments/{assignmentId}', { params: { assignmentId } }));
  const [{ text }, change, forget] = useDraft(`assignment ${assignmentId}`, { text: '' });
  const [key] = useState(newKey);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    setProblem('');
    try {
      await call('POST /api/v1/assignments/{assignmentId}/answer', { params: { assignmentId }, body: { text: text.trim() }, key });
      forget();
      readAgain();
      void loadDesk();
      back('/');
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  };
  return (
    <form className="deeds" onSubmit={(event) => (event.preventDefault(), void send())}>
      {read.value && <p className="question">{read.value.text}</p>}
      <label>
        {t('assignmentAnswer')}
        <textarea
          rows={4}
          minLength={2}
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
      <button type="submit" className="main" disabled={busy}>
        {t('send')}
      </button>
    </form>
  );
}
