import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { formatDay } from '../../../language/format';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { TableHead } from '../../parts/plain-table';
import { DEMANDS, t } from './demand-words';
import { askedWords, foundWords } from './eligibility-words';

const MARKS: Readonly<Record<string, string>> = { met: '✓', refused: '✕', ask: '?' };

/** Every rule with what was found and where the rule comes from: to read, and to print for the person. */
export function EligibilityTable({ orderId, workerId }: { orderId: string; workerId: string }) {
  const { nameOf } = useMarkets();
  const answer = useQuery({
    queryKey: [...DEMANDS, 'eligibility', orderId, workerId],
    queryFn: () => call('POST /api/v1/eligibility', { body: { orderId, workerIds: [workerId] } }),
  });
  return (
    <ListState query={answer} rows={4}>
      {({ people, sources, exitOn }) => (
        <section className="eligibility" aria-label={t('rules')}>
          <table className="plain-table">
            <caption>{t('judgedFor', { day: formatDay(exitOn) })}</caption>
            <TableHead heads={(['rule', 'found', 'asked', 'basis'] as const).map((column) => t(column))} />
            <tbody>
              {people[0]?.findings.map(({ rule, outcome, value }) => {
                const source = sources.find((one) => one.rule === rule);
                return (
                  <tr key={rule} className={outcome === 'refused' ? 'tone-urgent' : ''}>
                    <th scope="row">{t(`rule.${rule as 'AGE'}`)}</th>
                    <td>
                      {MARKS[outcome]} {[t(`found.${outcome as 'met'}`), foundWords(rule, value, nameOf)].filter(Boolean).join(' · ')}
                    </td>
                    <td>{source && askedWords(rule, source.asked)}</td>
                    <td>
                      {source?.basis}
                      {source?.from && <span className="quiet small"> · {t('from', { day: formatDay(source.from) })}</span>}
                      {source && !source.certain && <span className="quiet small"> · {t('uncertain')}</span>}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <button type="button" className="plain-button no-print" onClick={() => window.print()}>
            {t('print')}
          </button>
        </section>
      )}
    </ListState>
  );
}
