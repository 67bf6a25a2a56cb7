import type { VisitAnswer } from '../../api/schema';
import { formatDay } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/commune.json';
import visitVi from '../../language/vi/commune-visit.json';

const t = area('commune', vi);
const v = area('commune-visit', visitVi);

/** Earlier visits, newest first. */
export function VisitList({ visits }: { visits: readonly VisitAnswer[] }) {
  if (visits.length === 0) return null;
  return (
    <section>
      <h3>{t('earlierVisits')}</h3>
      <ul className="plain-list">
        {visits.map((visit) => (
          <li key={visit.id}>
            <strong>{formatDay(visit.visitedOn)}</strong> · {v(`outcome.${visit.outcome}` as 'outcome.MOVED')}
            {visit.promisedOn && ` · ${v('promised', { day: formatDay(visit.promisedOn) })}`}
            {visit.note && <p className="quiet">{visit.note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
