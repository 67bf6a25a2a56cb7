import { call } from '../../../api/call';
import type { LoanResponse } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/loans.json';
import { TakeBack } from '../../parts/take-back';
import { useDeed } from '../../parts/use-deed';
import { TableHead } from '../../parts/plain-table';

const t = area('loans', vi);

/** The ledger of the loan, newest first, and its schedule. */
export function LoanEntries({ loan, mayReverse, onDone }: { loan: LoanResponse; mayReverse: boolean; onDone: () => Promise<unknown> }) {
  const { id: loanId, entries, instalments } = loan;
  return (
    <>
      <section className="sheet card table-scroll" tabIndex={0} role="region" aria-label={t('entries')}>
        <h2>{t('entries')}</h2>
        {entries.length === 0 ? (
          <p className="quiet">{t('noEntries')}</p>
        ) : (
          <table className="plain-table">
            <TableHead
              heads={(['day', 'kind', 'amount', 'principalPart', 'interestPart', 'advance', 'reference', 'by'] as const).map((column) =>
                t(column),
              )}
              after={mayReverse && <td />}
            />
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.id}>
                  <td>{formatDay(entry.on)}</td>
                  <td>
                    {t(`kind.${entry.kind as 'PAYMENT'}`)}
                    {entry.reversedBy !== null && <span className="quiet"> ({t('reversed')})</span>}
                  </td>
                  <td>{formatNumber(entry.amount)}</td>
                  <td>{formatNumber(entry.principal + entry.overduePrincipal)}</td>
                  <td>{formatNumber(entry.interest + entry.overdueInterest)}</td>
                  <td>{formatNumber(entry.advance)}</td>
                  <td>{entry.reference}</td>
                  <td>{entry.by}</td>
                  {mayReverse && (
                    <td>
                      {entry.reversedBy === null && ['PAYMENT', 'DISBURSEMENT', 'WRITE_OFF'].includes(entry.kind) && (
                        <Entry loanId={loanId} entryId={entry.id} onDone={onDone} />
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {instalments.length > 0 && (
        <section className="sheet card table-scroll" tabIndex={0} role="region" aria-label={t('schedule')}>
          <h2>{t('schedule')}</h2>
          <table className="plain-table">
            <TableHead heads={[t('no'), t('day'), t('principalPart'), t('standing')]} />
            <tbody>
              {instalments.map(({ no, dueOn, plannedOn, principal, paid }) => (
                <tr key={no}>
                  <td>{no}</td>
                  <td>
                    {formatDay(dueOn)}
                    {plannedOn !== dueOn && <span className="quiet"> ({t('plannedBefore', { day: formatDay(plannedOn) })})</span>}
                  </td>
                  <td>{formatNumber(principal)}</td>
                  <td>{paid && t('paid')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function Entry({ loanId, entryId, onDone }: { loanId: string; entryId: number; onDone: () => Promise<unknown> }) {
  const deed = useDeed((reason: string, key) =>
    call('POST /api/v1/loans/{loanId}/postings/{entryId}/reversal', {
      params: { loanId, entryId: String(entryId) },
      body: { reason },
      key,
    }),
  );
  return <TakeBack word={t('takeBack')} deed={deed} onDone={onDone} />;
}
