import { useState } from 'react';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune.json';
import type { KnownTask } from '../../device/device';
import { isOffline } from '../../device/no-signal';
import { outbox } from '../../device/outbox';
import { useLive } from '../../live-state';
import { answerBy } from '../../parts/answer-by';
import { problemText } from '../../parts/problem-text';
import { questionText } from '../../parts/question';
import { Link } from '../../router';
import { desk, type DeskView, idOf, loadDesk, loadMore, type Task } from './desk';

const t = area('commune', vi);

/** Most pressing first; without a signal, what the phone kept of it. */
export function TasksScreen() {
  const { day, known, busy, error } = useLive(desk);
  const { waiting, sent } = useLive(outbox);
  const written = new Set([...waiting, ...sent].map(({ taskId }) => taskId));
  if (!day)
    return (
      <>
        {error !== undefined && !isOffline(error) && <Failed error={error} />}
        <Top />
        {known.length > 0 ? (
          <ul className="cards">
            {known.map((task) => (
              <KnownCard key={task.id} task={task} written={written.has(task.id)} />
            ))}
          </ul>
        ) : busy ? (
          <Skeleton />
        ) : (
          isOffline(error) && <p className="empty">{t('nothingKept')}</p>
        )}
      </>
    );
  const own = day.tasks.filter(({ bucket }) => bucket !== 'waiting');
  // One card a person: three questions about one family are one thing to follow.
  const others = day.tasks.filter(
    (task, i, all) => task.bucket === 'waiting' && i === all.findIndex(({ caseId }) => caseId === task.caseId),
  );
  return (
    <>
      <Top day={day} />
      {own.length === 0 && <p className="empty">{t('noTasks')}</p>}
      <ul className="cards">
        {own.map((task) => (
          <TaskCard key={idOf(task)} task={task} written={written.has(idOf(task))} />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h2>{t('askedOfOthers')}</h2>
          <ul className="cards">
            {others.map((task) => (
              <TaskCard key={idOf(task)} task={task} written={written.has(idOf(task))} />
            ))}
          </ul>
        </>
      )}
      {day.next && <More />}
    </>
  );
}

/** The month and the way to the fairs; the place of the month is kept until it came, so that no card moves away under a finger. */
function Top({ day }: { day?: DeskView['day'] }) {
  const month = Number(day?.today.slice(5, 7));
  return (
    <>
      {day ? (
        <p className="month">
          {day.month.asked > 0 ? t('monthInTime', { month, n: day.month.inTime, of: day.month.asked }) : t('monthNothing', { month })}
        </p>
      ) : (
        <p className="month unseen">{t('monthInTime', { month: 0, n: 0, of: 0 })}</p>
      )}
      <Link to="/phien-viec-lam" className="fair-line">
        {t('toFairs')}
      </Link>
    </>
  );
}

function TaskCard({ task, written }: { task: Task; written: boolean }) {
  return (
    <li>
      <Link to={`/viec/${idOf(task)}`} className={`card ${task.bucket}`}>
        <span className="due">{written ? t('writtenDown') : answerBy(task.daysLeft)}</span>
        <strong>{task.fullName ?? task.title}</strong>
        <span>
          {task.kind === 'alert' || task.code === 'CENTRE_ANSWERED' ? questionText(task.code) : task.caseId ? task.title : task.why}
        </span>
        <span className="quiet">
          {[task.hamlet, task.lastVisitOn && t('visitedOn', { day: formatDay(task.lastVisitOn) })].filter(Boolean).join(' · ')}
        </span>
      </Link>
    </li>
  );
}

function KnownCard({ task, written }: { task: KnownTask; written: boolean }) {
  return (
    <li>
      <Link to={`/viec/${task.id}`} className="card">
        {written && <span className="due">{t('writtenDown')}</span>}
        <strong>{task.shortName}</strong>
        <span>{questionText(task.code)}</span>
        <span className="quiet">
          {[task.hamlet, task.lastVisitOn && t('visitedOn', { day: formatDay(task.lastVisitOn) })].filter(Boolean).join(' · ')}
        </span>
      </Link>
    </li>
  );
}

function More() {
  const [busy, setBusy] = useState(false);
  const more = async () => {
    setBusy(true);
    await loadMore().catch(() => undefined);
    setBusy(false);
  };
  return (
    <button type="button" className="plain wide" disabled={busy} onClick={() => void more()}>
      {t('more')}
    </button>
  );
}

function Failed({ error }: { error: unknown }) {
  return (
    <div className="empty" role="alert">
      <p>{problemText(error)}</p>
      <button type="button" className="main" onClick={() => void loadDesk()}>
        {t('again')}
      </button>
    </div>
  );
}

/** The place of three cards, so that nothing jumps when they come. */
function Skeleton() {
  return (
    <div className="cards" aria-busy="true" aria-label={t('loading')}>
      {[1, 2, 3].map((n) => (
        <div key={n} className="card ghost" />
      ))}
    </div>
  );
}
