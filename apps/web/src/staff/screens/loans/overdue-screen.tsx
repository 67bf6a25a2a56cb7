import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../api/call';
import { formatDay, formatNumber, formatPercent } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/loans.json';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { PlainTable } from '../../parts/plain-table';
import { StageChip } from '../../parts/stage-chip';
import { useMe } from '../../session/me';
import './loans.css';

const t = area('loans', vi);

/** A province's late money by its cause, on one page; each cause opens its loans for those who may see them. */
export function Screen() {
  const { role } = useMe();
  const seesLoans = role === 'bank_officer' || role === 'centre_staff';
  const overview = useQuery({
    queryKey: ['overdue-loans'],
    queryFn: ({ signal }) => call('GET /api/v1/loan-overview/overdue', { signal }),
  });
  return (
    <ListState query={overview}>
      {({ causes, total, ratios }) => (
        <section className="loan-page">
          <PageHead
            title={t('overdueTitle')}
            note={t('overdueNote', {
              byPrincipal: formatPercent(ratios.byPrincipal / 10_000),
              byLoans: formatPercent(ratios.byLoans / 10_000),
            })}
          />
          {causes.length === 0 ? (
            <div className="list-empty">{t('noDebt')}</div>
          ) : (
            <PlainTable
              label={t('overdueTitle')}
              heads={(['causeHead', 'loans', 'overdueLoans', 'principal', 'overdue', 'oldest'] as const).map((column) => t(column))}
            >
              {[...causes, { ...total, title: t('total') }].map((line) => (
                <tr key={line.cause ?? 'total'} className="figure-row">
                  <th scope="row">
                    {seesLoans && line.cause ? (
                      <Link to="/von-vay" search={{ muc: 'late', nguyennhan: line.cause } as never}>
                        {line.title}
                      </Link>
                    ) : (
                      line.title
                    )}
                  </th>
                  <td data-head={t('loans')}>{formatNumber(line.loans)}</td>
                  <td data-head={t('overdueLoans')}>{formatNumber(line.overdueLoans)}</td>
                  <td data-head={t('principal')}>{formatNumber(line.principal)}</td>
                  <td data-head={t('overdue')}>{formatNumber(line.overduePrincipal)}</td>
                  <td data-head={t('oldest')}>{line.oldestDays > 0 && t('days', { days: line.oldestDays })}</td>
                </tr>
              ))}
            </PlainTable>
          )}
          {seesLoans && <AtRisk />}
        </section>
      )}
    </ListState>
  );
}

/** Who leaves within thirty days and has no money yet. */
function AtRisk() {
  const risks = useQuery({
    queryKey: ['loans-at-risk'],
    queryFn: ({ signal }) => call('GET /api/v1/loan-overview/at-risk', { query: { days: 30 }, signal }),
  });
  return (
    <section className="sheet card">
      <h2>{t('risk')}</h2>
      <ListState query={risks} rows={2} isEmpty={({ risks: list }) => list.length === 0} empty={<p>{t('noRisk')}</p>}>
        {({ risks: list }) => (
          <ul className="plain-list">
            {list.map(({ loanId, fullName, stage, flightOn }) => (
              <li key={loanId}>
                <Link to="/von-vay/$loanId" params={{ loanId } as never}>
                  {fullName}
                </Link>{' '}
                <StageChip stage={stage} /> {t('flight')} {formatDay(flightOn)}
              </li>
            ))}
          </ul>
        )}
      </ListState>
    </section>
  );
}
