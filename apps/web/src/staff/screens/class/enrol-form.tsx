import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { ClassResponse, SeatVerdictAnswer } from '../../../api/schema';
import { stageName } from '../../../language/codes';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/training.json';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { useDeed } from '../../parts/use-deed';
import { useWanting } from './class-reads';

const t = area('training', vi);

/** Who still needs such a class, soonest exit first; ticked ones get seats in this order, the rest of them wait. */
export function EnrolForm({ one, onClose }: { one: ClassResponse; onClose: () => void }) {
  const queries = useQueryClient();
  const wanting = useWanting(one.id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly SeatVerdictAnswer[]>([]);
  const deed = useDeed((_: void, key) => {
    const caseIds = (wanting.data ?? []).map(({ caseId }) => caseId).filter((id) => chosen.has(id));
    return call('POST /api/v1/training/classes/{classId}/seats', { params: { classId: one.id }, body: { caseIds }, key });
  });
  const toggle = (id: string) =>
    setChosen((now) => {
      const after = new Set(now);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await deed.act();
    if (!answer) return;
    const of = (outcome: string) => answer.verdicts.filter((verdict) => verdict.outcome === outcome);
    tellDone(t('enrolled', { seated: of('seated').length, waiting: of('waiting').length }));
    await queries.invalidateQueries({ queryKey: ['classes'] });
    setRefused(of('refused'));
    if (of('refused').length === 0) onClose();
  };
  const nameOf = (id: string) => wanting.data?.find(({ caseId }) => caseId === id)?.fullName ?? '';
  return (
    <DialogSheet title={t('enrol')} onClose={onClose} wide>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <p className="quiet">{t('enrolText', { free: Math.max(one.seats - one.taken, 0) })}</p>
        <ListState query={wanting} isEmpty={(list) => list.length === 0} empty={<p>{t('nobodyWants')}</p>}>
          {(list) => (
            <div className="enrol-list">
              {list.map(({ caseId, fullName, communeName, stage, plannedExitOn }) => (
                <label key={caseId} className="session-person">
                  <input type="checkbox" checked={chosen.has(caseId)} onChange={() => toggle(caseId)} /> {fullName}
                  <span className="quiet">
                    {' '}
                    {[communeName, stageName(stage), plannedExitOn && t('leavesOn', { day: formatDay(plannedExitOn) })]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </label>
              ))}
            </div>
          )}
        </ListState>
        {refused.map(({ caseId, message }) => (
          <p key={caseId} className="fault">
            {nameOf(caseId)}: {message}
          </p>
        ))}
        <div className="form-deeds">
          <DeedButton word={t('enrolMany', { people: chosen.size })} deed={deed} disabled={chosen.size === 0} />
        </div>
      </form>
    </DialogSheet>
  );
}
