import { useState } from 'react';
import { call, newKey } from '../../../api/call';
import type { DeskHandedOverResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-report.json';
import { outbox } from '../../device/outbox';
import { useLive } from '../../live-state';
import { answerBy } from '../../parts/answer-by';
import { problemText } from '../../parts/problem-text';
import { ReadState } from '../../parts/read-state';
import { readAgain, useRead } from '../../use-read';
import { desk, idOf } from '../tasks/desk';

const t = area('commune-report', vi);
interface Done extends DeskHandedOverResponse {
  readonly name: string;
}

/** Everything open goes to a colleague in one press; below it the list to read out. */
export function Screen() {
  const { day } = useLive(desk);
  const { waiting } = useLive(outbox);
  const [done, setDone] = useState<Done>();
  const open = day?.tasks.filter(({ bucket }) => bucket !== 'waiting') ?? [];
  const count = day?.next ? t('atLeast', { n: open.length }) : String(open.length);
  return (
    <div className="sheet">
      {done ? (
        <p role="status" className="note">
          {t('handedOver', { tasks: done.tasks, cases: done.cases, name: done.name })}
        </p>
      ) : (
        <>
          <p>{t('handOverText')}</p>
          {waiting.length > 0 ? (
            <p className="note">{t('handOverWaiting', { n: waiting.length })}</p>
          ) : (
            <Successors count={count} onDone={setDone} />
          )}
        </>
      )}
      <ol className="read-out">
        {open.map((task) => (
          <li key={idOf(task)}>
            <strong>{task.fullName ?? task.title}</strong>
            {task.hamlet && ` · ${task.hamlet}`}
            <br />
            {task.why} {answerBy(task.daysLeft)}
            {task.lastVisitOn && ` · ${t('lastVisit', { day: formatDay(task.lastVisitOn) })}`}
          </li>
        ))}
      </ol>
      {open.length === 0 && <p className="empty">{t('handOverNothing')}</p>}
      <button type="button" className="second no-print" onClick={() => print()}>
        {t('printNow')}
      </button>
    </div>
  );
}

/** Colleagues of the commune, each with a button of their own. */
function Successors({ count, onDone }: { count: string; onDone: (done: Done) => void }) {
  const read = useRead('officers', async () => (await call('GET /api/v1/officers')).officers);
  const [key] = useState(newKey);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  if (!read.value) return <ReadState read={read} />;
  const others = read.value.filter(({ own, active }) => active && !own);
  const cases = read.value.find(({ own }) => own)?.cases ?? 0;
  const give = async (accountId: string, name: string) => {
    setBusy(true);
    setProblem('');
    try {
      const told = await call('POST /api/v1/commune/hand-over', {
        key: `${key}-${accountId}`,
        body: { accountId, reason: t('handOverReason') },
      });
      readAgain();
      onDone({ ...told, name });
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  if (others.length === 0) return <p className="note no-print">{t('handOverAlone')}</p>;
  return (
    <div className="deeds no-print">
      <p>{t('handOverCounts', { tasks: count, cases })}</p>
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
      {others.map(({ accountId, name }) => (
        <button key={accountId} type="button" className="answer" disabled={busy} onClick={() => void give(accountId, name)}>
          {t('handOverTo', { name })}
        </button>
      ))}
    </div>
  );
}
