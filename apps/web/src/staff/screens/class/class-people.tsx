import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { ClassResponse, SeatAnswer } from '../../../api/schema';
import { stageName } from '../../../language/codes';
import { area } from '../../../language/words';
import vi from '../../../language/vi/training.json';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';

const t = area('training', vi);

/** Everybody of the class: periods attended, result, certificate; then who waits. */
export function ClassPeople({ one, writes }: { one: ClassResponse; writes: boolean }) {
  const [leaver, setLeaver] = useState<SeatAnswer>();
  const people = one.people.filter(({ state }) => state !== 'left');
  return (
    <section className="sheet card table-scroll" tabIndex={0} role="region" aria-labelledby="people-title">
      <h2 id="people-title">{t('people', { people: people.length })}</h2>
      {people.length === 0 && <p className="quiet">{t('noPeople')}</p>}
      {people.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('stage')}</th>
              <th scope="col">{t('attended')}</th>
              <th scope="col">{t('result')}</th>
              <th scope="col">{t('certificate')}</th>
              <th scope="col" className="no-print">
                <span className="visually-hidden">{t('deeds')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.caseId}>
                <th scope="row">
                  <Link to={`/ho-so/${person.caseId}` as never}>{person.fullName}</Link>
                  <span className="quiet"> {[person.communeName, person.agencyName].filter(Boolean).join(' · ')}</span>
                </th>
                <td>{person.state === 'waiting' ? t('waits') : stageName(person.stage)}</td>
                <td className={short(one, person) ? 'tone-soon' : ''}>{person.state === 'seated' && person.attendedPeriods}</td>
                <td>{person.state === 'seated' && <Result one={one} person={person} writes={writes} />}</td>
                <td>{person.certificateNumber}</td>
                <td className="no-print">
                  {writes && !person.certificateNumber && (
                    <button
                      type="button"
                      className="plain-button"
                      aria-label={t('leaveWho', { name: person.fullName })}
                      onClick={() => setLeaver(person)}
                    >
                      {t('leave')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {leaver && <LeaveForm one={one} person={leaver} onClose={() => setLeaver(undefined)} />}
    </section>
  );
}

/** Fewer periods than the certificate asks for, and nothing left to attend. */
const short = (one: ClassResponse, person: SeatAnswer) =>
  person.state === 'seated' &&
  one.requiredPeriods !== null &&
  person.attendedPeriods < one.requiredPeriods &&
  one.sessions.every(({ taken }) => taken);

function Result({ one, person, writes }: { one: ClassResponse; person: SeatAnswer; writes: boolean }) {
  const queries = useQueryClient();
  const deed = useDeed((passed: boolean, key) =>
    call('POST /api/v1/training/classes/{classId}/results', {
      params: { classId: one.id },
      body: { results: [{ caseId: person.caseId, passed }] },
      key,
    }),
  );
  const set = async (passed: boolean) => {
    if (await deed.act(passed)) await queries.invalidateQueries({ queryKey: ['classes', one.id] });
  };
  if (!writes || person.certificateNumber) return person.result ? t(`result.${person.result as 'passed'}`) : '';
  return (
    <span className="choice-line">
      {([true, false] as const).map((passed) => (
        <button
          key={String(passed)}
          type="button"
          className="plain-button"
          aria-pressed={person.result === (passed ? 'passed' : 'failed')}
          disabled={deed.busy}
          aria-label={t(passed ? 'passWho' : 'failWho', { name: person.fullName })}
          onClick={() => void set(passed)}
        >
          {t(passed ? 'result.passed' : 'result.failed')}
        </button>
      ))}
      {deed.problem && <span className="fault">{deed.problem}</span>}
    </span>
  );
}

function LeaveForm({ one, person, onClose }: { one: ClassResponse; person: SeatAnswer; onClose: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/training/classes/{classId}/leaving', {
      params: { classId: one.id },
      body: { caseId: person.caseId, reason: reason.trim() },
      key,
    }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await deed.act();
    if (!answer) return;
    const next = one.people.find(({ caseId }) => caseId === answer.movedUp);
    tellDone(next ? t('leftAndMovedUp', { name: person.fullName, next: next.fullName }) : t('left', { name: person.fullName }));
    onClose();
    await queries.invalidateQueries({ queryKey: ['classes'] });
  };
  return (
    <DialogSheet title={t('leaveWho', { name: person.fullName })} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <TextField label={t('reason')} value={reason} onChange={setReason} required most={300} autoFocus />
        <div className="form-deeds">
          <DeedButton word={t('leave')} deed={deed} disabled={reason.trim().length < 3} />
        </div>
      </form>
    </DialogSheet>
  );
}
