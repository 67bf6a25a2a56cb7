import type { LeadOverviewResponse } from '../../../api/schema';
import { t } from './overview-words';
import { RowsLink } from './rows-link';

const [WIDTH, HEIGHT, STEP] = [360, 90, 30];

/** Exits month by month as bars, the plan as a stepped line; the same numbers stand below as a table. */
export function MonthChart({ page: { months } }: { page: LeadOverviewResponse }) {
  const most = Math.max(1, ...months.flatMap(({ actual, plan }) => [actual, plan ?? 0]));
  const up = (value: number) => HEIGHT - (value / most) * (HEIGHT - 6);
  const planned = months.some(({ plan }) => plan !== null);
  const line = months.map(({ plan }, i) => `${i ? 'L' : 'M'}${i * STEP} ${up(plan ?? 0)} h${STEP}`).join(' ');
  return (
    <section className="sheet overview-part">
      <h2>
        {t('months')}{' '}
        <span className="chart-legend small">
          <i className="legend-actual" /> {t('monthActual')} <i className="legend-plan" /> {t('monthPlan')}
        </span>
      </h2>
      <svg className="month-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {months.map(({ month, actual }, i) => (
          <rect key={month} className="bar-actual" x={i * STEP + 5} y={up(actual)} width={STEP - 10} height={HEIGHT - up(actual)} />
        ))}
        {planned && <path className="plan-line" d={line} />}
      </svg>
      <table className="month-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('month')}</span>
            </th>
            {months.map(({ month }) => (
              <th key={month} scope="col">
                {t('monthShort', { month })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <span className="visually-hidden">{t('monthActual')}</span>
            </th>
            {months.map(({ month, actual, rows }) => (
              <td key={month}>{actual ? <RowsLink rows={rows}>{actual}</RowsLink> : '·'}</td>
            ))}
          </tr>
          {planned && (
            <tr className="quiet">
              <th scope="row">
                <span className="visually-hidden">{t('monthPlan')}</span>
              </th>
              {months.map(({ month, plan }) => (
                <td key={month}>{plan ?? '·'}</td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
