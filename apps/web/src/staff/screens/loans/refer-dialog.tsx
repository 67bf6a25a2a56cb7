import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { ReferredResponse, ReferRequest } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/loans.json';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { dongOf } from '../../parts/money/dong';
import { DongField } from '../../parts/money/dong-field';
import { useDeed } from '../../parts/use-deed';

const t = area('loans', vi);

/** Sends the chosen people to the policy bank; whoever may not borrow is named with the reason. */
export function ReferDialog({
  caseIds,
  nameOf,
  onClose,
}: {
  caseIds: readonly string[];
  nameOf: (id: string) => string | undefined;
  onClose: () => void;
}) {
  const [requested, setRequested] = useState('');
  const [answer, setAnswer] = useState<ReferredResponse>();
  const deed = useDeed((body: ReferRequest, key) => call('POST /api/v1/loans/referrals', { body, key }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const amount = dongOf(requested);
    const told = await deed.act({ caseIds: [...caseIds], ...(amount > 0 && { requested: amount }) });
    if (!told) return;
    if (told.done > 0) tellDone(t('referredDone', { done: told.done }));
    if (told.refused + told.unchanged === 0) onClose();
    else setAnswer(told);
  };
  if (answer)
    return (
      <DialogSheet title={t('referredSome', { done: answer.done, refused: answer.refused + answer.unchanged })} onClose={onClose} wide>
        <ul className="plain-list">
          {answer.results
            .filter(({ outcome }) => outcome !== 'done')
            .map(({ caseId, message }) => (
              <li key={caseId}>
                <a href={`/ho-so/${caseId}`}>{nameOf(caseId) ?? caseId}</a>: {message}
              </li>
            ))}
        </ul>
        <button type="button" className="main-button" onClick={onClose}>
          {t('allRight')}
        </button>
      </DialogSheet>
    );
  return (
    <DialogSheet title={t('referMany', { rows: caseIds.length })} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <p className="quiet">{t('referNote')}</p>
        <DongField label={t('requested')} value={requested} onChange={setRequested} />
        <div className="form-deeds">
          <DeedButton word={t('referNow', { rows: caseIds.length })} deed={deed} />
        </div>
      </form>
    </DialogSheet>
  );
}
