import type { AssignmentResponse } from '../../../api/schema';
import { formatDay, formatDaysLeft } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/assignments.json';

const t = area('assignments', vi);

/** What was given on the numbers of this page, and what came back. Nothing given: nothing shown. */
export function AssignmentsGiven({ assignments }: { assignments: readonly AssignmentResponse[] }) {
  if (assignments.length === 0) return null;
  return (
    <section className="sheet overview-part no-print" aria-labelledby="assignments-title">
      <h2 id="assignments-title">{t('given')}</h2>
      <ul className="plain-list given-list">
        {assignments.map((one) => (
          <Given key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Given({ one }: { one: AssignmentResponse }) {
  const late = one.answer === null && one.daysLeft < 0;
  return (
    <li>
      <strong>{one.owner ?? t(`desk.${one.desk as 'centre'}`)}</strong>: {one.text}
      <p className="quiet small">
        {t(`figure.${one.figure as 'EXITS'}`)}: {one.shown} · {t('until', { day: formatDay(one.dueOn) })}
        {one.answer === null && (
          <>
            {' · '}
            <span className={late ? 'tone-urgent' : ''}>{formatDaysLeft(one.daysLeft)}</span>
          </>
        )}
      </p>
      {one.answer !== null && <p>{t('answered', { answer: one.answer })}</p>}
    </li>
  );
}
