import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../api/call';
import type { AgencyClaimAnswer, AgencyClaimsResponse } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/agencies.json';
import { ListState } from '../../parts/list-state';
import { dong } from '../../parts/money/dong';
import { OwedSums } from '../../parts/money/owed-sums';
import { MoreButton } from '../../parts/more-button';
import { TableHead } from '../../parts/plain-table';
import { DepositForm } from './deposit-form';

const t = area('agencies', vi);

/** What the agency still owes those it sent, the oldest first, beside its deposit. */
export function AgencyClaims({ organisationId, mayChange }: { organisationId: string; mayChange: boolean }) {
  const claims = useInfiniteQuery({
    queryKey: ['agencies', organisationId, 'claims'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call('GET /api/v1/agencies/{organisationId}/claims', { params: { organisationId }, query: { after: pageParam, limit: 20 } }),
    getNextPageParam: (page) => page.next,
  });
  return (
    <section>
      <h3>{t('claims')}</h3>
      <ListState query={claims} rows={3}>
        {({ pages }) => (
          <>
            <Standing sums={pages[0]!} />
            {pages[0]!.claims.length > 0 && <ClaimTable claims={pages.flatMap((page) => page.claims)} />}
            <MoreButton list={claims} />
          </>
        )}
      </ListState>
      {mayChange && <DepositForm organisationId={organisationId} />}
    </section>
  );
}

function Standing({ sums }: { sums: AgencyClaimsResponse }) {
  const { deposit, asked, cover } = sums;
  return (
    <>
      <p className="claim-line">
        {deposit ? (
          <>
            <strong>{t('deposit', { amount: dong(deposit.amount) })}</strong>{' '}
            <span className="quiet">
              {t('depositSince', { day: formatDay(deposit.from), bank: deposit.bankName })} · {deposit.basis}
            </span>
          </>
        ) : (
          t('noDeposit')
        )}
        {asked.missing !== null && asked.missing > 0 && (
          <span className="chip chip-urgent">{t('depositMissing', { amount: dong(asked.missing) })}</span>
        )}
      </p>
      <p className="quiet small">
        {[
          t('askedDeposit', { amount: dong(asked.required) }),
          t('askedBranches', { branches: asked.branches }),
          asked.basis,
          !asked.certain && t('depositUnsure'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="claim-line">
        <OwedSums sums={sums} />
        {cover === 'short' && <span className="chip chip-urgent">{t('short')}</span>}
      </p>
      <p className="quiet">{t('claimsNote')}</p>
    </>
  );
}

function ClaimTable({ claims }: { claims: readonly AgencyClaimAnswer[] }) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('claims')}>
      <table className="plain-table claim-table">
        <TableHead heads={(['claimOf', 'claimDue', 'claimOwed', 'claimEscrow', 'claimLiquidation'] as const).map((column) => t(column))} />
        <tbody>
          {claims.map(({ caseId, caseCode, fullName, dueBy, daysLeft, owed, toWorkOut, escrow, liquidation }) => (
            <tr key={caseId}>
              <th scope="row">
                <Link to="/thanh-ly" search={{ hs: caseId } as never}>
                  {fullName}
                </Link>
                <div className="quiet small">{caseCode}</div>
              </th>
              <td>
                {formatDay(dueBy)}
                {daysLeft < 0 && <div className="tone-urgent small">{t('daysOver', { days: formatNumber(-daysLeft) })}</div>}
              </td>
              <td className="figure">
                {owed > 0 ? (
                  dong(owed)
                ) : toWorkOut > 0 ? (
                  <span className="tone-soon">{t('claimToWorkOut', { amount: dong(toWorkOut) })}</span>
                ) : (
                  '—'
                )}
              </td>
              <td className="figure">{escrow > 0 ? dong(escrow) : '—'}</td>
              <td>{liquidation ? t(`liquidation.${liquidation as 'OPEN'}`) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
