import type { LeadOverviewResponse } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { t } from './overview-words';
import { RowsLink } from './rows-link';

const STEPS = ['REGISTERED', 'SELECTED', 'IN_TRAINING', 'CONTRACTED', 'DEPARTED'] as const;
type Step = (typeof STEPS)[number];
const isStep = (step: string): step is Step => (STEPS as readonly string[]).includes(step);

/** Where people stop on the way out: each step holds all who came at least so far. */
export function Funnel({ page: { funnel } }: { page: LeadOverviewResponse }) {
  const most = Math.max(1, ...funnel.map(({ people }) => people));
  return (
    <section className="sheet overview-part">
      <h2>{t('funnel')}</h2>
      <ol className="funnel">
        {funnel.map(({ step, title, people, listed, rows }) => (
          <li key={step}>
            <span>{isStep(step) ? t(`step.${step}`) : title}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect className="bar-ground" width="100" height="10" />
              <rect className="bar-actual" width={(people / most) * 100} height="10" />
            </svg>
            {people === listed ? (
              <RowsLink rows={rows}>{formatNumber(people)}</RowsLink>
            ) : (
              <span>
                {formatNumber(people)}{' '}
                <span className="funnel-listed">
                  <RowsLink rows={rows}>{t('stillHere', { count: formatNumber(listed) })}</RowsLink>
                </span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
