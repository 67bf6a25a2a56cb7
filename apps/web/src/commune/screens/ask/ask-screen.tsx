import { useState } from 'react';
import { call } from '../../../api/call';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-people.json';
import { WordsForm } from '../../parts/words-form';
import { back } from '../../router';
import type { RouteValues } from '../../shell/routes';

const t = area('commune-people', vi);

/** A question to the centre, pinned to the case; the answer comes as a task. */
export function Screen({ caseId = '' }: RouteValues) {
  const [done, setDone] = useState(false);
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
    <div className="sheet">
      <WordsForm
        draft={`ask ${caseId}`}
        label={t('yourQuestion')}
        word={t('sendQuestion')}
        least={3}
        send={(text, key) => call('POST /api/v1/commune/questions', { body: { caseId, text }, key })}
        onSent={() => setDone(true)}
      />
    </div>
  );
}
