import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-report.json';
import { outbox } from '../../device/outbox';
import { useLive } from '../../live-state';
import { answerBy } from '../../parts/answer-by';
import { desk, idOf } from '../tasks/desk';

const t = area('commune-report', vi);

/** Tasks belong to the commune, not to a person: whoever takes over signs in with an own account and finds them. This is the list to read out. */
export function Screen() {
  const { day } = useLive(desk);
  const { waiting } = useLive(outbox);
  const open = day?.tasks.filter(({ bucket }) => bucket !== 'waiting') ?? [];
  return (
    <div className="sheet">
      <p>{t('handOverText')}</p>
      {waiting.length > 0 && <p className="note">{t('handOverWaiting', { n: waiting.length })}</p>}
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
      <button type="button" className="main no-print" onClick={() => print()}>
        {t('printNow')}
      </button>
    </div>
  );
}
