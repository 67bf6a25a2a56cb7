import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { LeadOverviewResponse } from '../../../api/schema';
import { stageName } from '../../../language/codes';
import { formatNumber } from '../../../language/format';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { AssignButton } from './assign-button';
import { paceText, t } from './overview-words';
import { ProgressBar } from './progress-bar';
import { RowsLink, useSeesPeople } from './rows-link';

/** Why a commune is where it is: its figures and where its people stand. Names only for those who may see them. */
export function CommuneSheet({ page, code, onClose }: { page: LeadOverviewResponse; code: string; onClose: () => void }) {
  const commune = page.communes.find(({ communeCode }) => communeCode === code);
  const seesPeople = useSeesPeople();
  const counts = useQuery({ queryKey: ['overview', 'counts'], staleTime: 60_000, queryFn: () => call('GET /api/v1/lead/counts') });
  if (!commune) return null;
  const { name, actual, target, expected, lastYear, overstay, updated, rows } = commune;
  return (
    <DialogSheet title={name} onClose={onClose}>
      <div className="commune-sheet">
        <p className="figure-number">
          {target === null ? t('people', { count: actual }) : t('ofTarget', { actual: formatNumber(actual), target: formatNumber(target) })}
        </p>
        <ProgressBar {...commune} />
        <p>
          {expected === null ? t('noTarget') : `${t('pace', { expected: formatNumber(expected) })}: ${paceText(commune)}`}
          {' · '}
          {t('lastYear', { year: page.year - 1, count: formatNumber(lastYear) })}
        </p>
        <p>
          {t('overstay')}: <RowsLink rows={overstay.confirmed.rows}>{formatNumber(overstay.confirmed.part)}</RowsLink>{' '}
          {t('overstayOf', { of: formatNumber(overstay.confirmed.of) })}.{' '}
          <RowsLink rows={overstay.unconfirmed.rows}>{t('unconfirmed', { count: formatNumber(overstay.unconfirmed.part) })}</RowsLink>.
        </p>
        <p className={updated ? 'quiet' : 'tone-soon'}>{t(updated ? 'updated' : 'notUpdated')}</p>
        <AssignButton
          page={page}
          number={{ figure: 'COMMUNE', shown: target === null ? String(actual) : `${actual} / ${target}`, rows, communeCode: code }}
        />
        <h3>{t('stages')}</h3>
        <ListState query={counts} rows={5}>
          {(answer) => (
            <ul className="stage-counts">
              {stagesOf(answer.counts, code).map(([stage, cases]) => (
                <li key={stage}>
                  <span>{stageName(stage)}</span>
                  <RowsLink rows={`stages=${stage}&communeCode=${code}`}>{formatNumber(cases)}</RowsLink>
                </li>
              ))}
            </ul>
          )}
        </ListState>
        {seesPeople && (
          <p>
            <RowsLink rows={rows}>{t('openRows')}</RowsLink>
          </p>
        )}
      </div>
    </DialogSheet>
  );
}

function stagesOf(
  counts: readonly { stage: string; communeCode: string | null; cases: number }[],
  code: string,
): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const { stage, communeCode, cases } of counts) if (communeCode === code) sums.set(stage, (sums.get(stage) ?? 0) + cases);
  return [...sums].sort(([, a], [, b]) => b - a);
}
