import type { LeadOverviewResponse } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { useAddress } from '../../parts/use-address';
import { levelOf, paceText, t } from './overview-words';
import { ProgressBar } from './progress-bar';

const FIRST = 12;

/** Communes by how many people they are behind; a press opens the commune. */
export function CommuneBars({
  page,
  compare,
  onCommune,
}: {
  page: LeadOverviewResponse;
  compare: boolean;
  onCommune: (code: string) => void;
}) {
  const [{ tatCa }, change] = useAddress();
  const { communes, year } = page;
  return (
    <section className="sheet overview-part">
      <h2>{t('byCommune')}</h2>
      <ol className={tatCa === '1' ? 'commune-bars' : 'commune-bars commune-bars-first'}>
        {communes.map((commune) => (
          <li key={commune.communeCode}>
            <button type="button" onClick={() => onCommune(commune.communeCode)}>
              <span className="bar-name">{commune.name}</span>
              <ProgressBar {...commune} />
              <span className="bar-count">
                {formatNumber(commune.actual)}
                {commune.target !== null && ` / ${formatNumber(commune.target)}`}
              </span>
              <span className={levelOf(commune) === 'low' ? 'bar-gap tone-urgent' : 'bar-gap'}>
                {compare
                  ? t('lastYear', { year: year - 1, count: formatNumber(commune.lastYear) })
                  : commune.target === null
                    ? t('level.none')
                    : paceText(commune)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {communes.length > FIRST && (
        <button type="button" className="plain-button no-print" onClick={() => change({ tatCa: tatCa === '1' ? undefined : '1' })}>
          {tatCa === '1' ? t('fewer') : t('all', { count: communes.length })}
        </button>
      )}
    </section>
  );
}
