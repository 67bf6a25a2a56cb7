import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { ClassResponse, SessionAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/training.json';
import { tellDone } from '../../parts/notices';
import { useDeed } from '../../parts/use-deed';

const t = area('training', vi);

/** Half days in their order. One opened shows everybody ticked: only who was not there is unticked. */
export function Attendance({ one, writes }: { one: ClassResponse; writes: boolean }) {
  const next = one.sessions.find(({ taken, heldOn }) => !taken && heldOn <= one.today);
  const [open, setOpen] = useState<string | undefined>(next?.id);
  const session = one.sessions.find(({ id }) => id === open);
  return (
    <section className="sheet card" aria-labelledby="attendance-title">
      <h2 id="attendance-title">{t('attendance')}</h2>
      {one.sessions.length === 0 && <p className="quiet">{t('noSessions')}</p>}
      <div className="session-strip">
        {one.sessions.map((each) => (
          <button
            key={each.id}
            type="button"
            className={each.taken ? 'plain-button session-done' : 'plain-button'}
            aria-pressed={each.id === open}
            onClick={() => setOpen(each.id === open ? undefined : each.id)}
          >
            {each.taken && <span aria-hidden="true">✓ </span>}
            {formatDay(each.heldOn).slice(0, 5)} {t(`part.${each.part as 'MORNING'}`)}
            <span className="visually-hidden"> {t(each.taken ? 'sessionTaken' : 'sessionOpen')}</span>
          </button>
        ))}
      </div>
      {session && <SessionSheet key={session.id} one={one} session={session} writes={writes} onDone={() => setOpen(undefined)} />}
    </section>
  );
}

function SessionSheet({
  one,
  session,
  writes,
  onDone,
}: {
  one: ClassResponse;
  session: SessionAnswer;
  writes: boolean;
  onDone: () => void;
}) {
  const queries = useQueryClient();
  const seated = one.people.filter(({ state }) => state === 'seated');
  const [absent, setAbsent] = useState<ReadonlySet<string>>(
    new Set(seated.filter(({ absentFrom }) => absentFrom.includes(session.id)).map(({ caseId }) => caseId)),
  );
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/training/sessions/{sessionId}/attendance', {
      params: { sessionId: session.id },
      body: { absent: [...absent].map((caseId) => ({ caseId, excused: false })) },
      key,
    }),
  );
  const toggle = (caseId: string) =>
    setAbsent((now) => {
      const after = new Set(now);
      if (!after.delete(caseId)) after.add(caseId);
      return after;
    });
  const save = async () => {
    const counted = await deed.act();
    if (!counted) return;
    tellDone(t('attendanceTaken', { present: counted.present, absent: counted.absent }));
    onDone();
    await queries.invalidateQueries({ queryKey: ['classes'] });
  };
  return (
    <fieldset className="session-sheet" disabled={!writes || session.heldOn > one.today}>
      <legend>
        {formatDay(session.heldOn)} · {session.topic} · {t('periods', { periods: session.periods })}
        {session.trainer && ` · ${session.trainer}`}
      </legend>
      <div className="session-people">
        {seated.map(({ caseId, fullName }) => (
          <label key={caseId} className="session-person">
            <input type="checkbox" checked={!absent.has(caseId)} onChange={() => toggle(caseId)} /> {fullName}
          </label>
        ))}
      </div>
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
      {writes && (
        <button type="button" className="main-button no-print" disabled={deed.busy} onClick={() => void save()}>
          {t('saveAttendance', { present: seated.length - absent.size, all: seated.length })}
        </button>
      )}
    </fieldset>
  );
}
