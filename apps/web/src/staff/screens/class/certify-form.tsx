import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { ClassResponse, SeatVerdictAnswer } from '../../../api/schema';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/training.json';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { useDeed } from '../../parts/use-deed';

const t = area('training', vi);

/** Everybody who passed and attended enough gets a certificate; who does not is named with the reason. */
export function CertifyForm({ one, onClose }: { one: ClassResponse; onClose: () => void }) {
  const queries = useQueryClient();
  const [issuedOn, setIssuedOn] = useState<ReadDay>();
  const [passAll, setPassAll] = useState(true);
  const [refused, setRefused] = useState<readonly SeatVerdictAnswer[]>([]);
  const unjudged = one.people.filter(({ state, result }) => state === 'seated' && result === null);
  const deed = useDeed(async (_: void, key) => {
    if (passAll && unjudged.length > 0)
      await call('POST /api/v1/training/classes/{classId}/results', {
        params: { classId: one.id },
        body: { results: unjudged.map(({ caseId }) => ({ caseId, passed: true })) },
      });
    return call('POST /api/v1/training/classes/{classId}/certificates', {
      params: { classId: one.id },
      body: { issuedOn: issuedOn!.day },
      key,
    });
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await deed.act();
    if (!answer) return;
    tellDone(t('certifiedDone', { people: answer.verdicts.filter(({ outcome }) => outcome === 'issued').length }));
    const left = answer.verdicts.filter(({ outcome }) => outcome === 'refused');
    setRefused(left);
    await queries.invalidateQueries({ queryKey: ['classes'] });
    if (left.length === 0) onClose();
  };
  const nameOf = (id: string) => one.people.find(({ caseId }) => caseId === id)?.fullName ?? '';
  return (
    <DialogSheet title={t('certify')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <DayField
          label={t('issuedOn')}
          value={issuedOn}
          onChange={setIssuedOn}
          required
          today={one.today}
          choices={[{ day: one.today, word: t('today') }]}
          autoFocus
        />
        {unjudged.length > 0 && (
          <label className="session-person">
            <input type="checkbox" checked={passAll} onChange={(event) => setPassAll(event.target.checked)} />{' '}
            {t('passAll', { people: unjudged.length })}
          </label>
        )}
        {refused.map(({ caseId, message }) => (
          <p key={caseId} className="fault">
            {nameOf(caseId)}: {message}
          </p>
        ))}
        <div className="form-deeds">
          <DeedButton word={t('certify')} deed={deed} disabled={!issuedOn} />
        </div>
      </form>
    </DialogSheet>
  );
}
