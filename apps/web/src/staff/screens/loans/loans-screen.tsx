import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../api/call';
import type { LoanLineAnswer } from '../../../api/schema';
import { daysBetween, formatDay, formatDaysLeft, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/loans.json';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { PlainTable } from '../../parts/plain-table';
import { StageChip } from '../../parts/stage-chip';
import { useAddress } from '../../parts/use-address';
import { businessToday } from '../../session/business-day';

const t = area('loans', vi);
const TABS = {
  waiting: { states: 'DRAFT,APPLIED,APPRAISING,APPROVED' },
  running: { states: 'DISBURSING,ACTIVE,EXTENDED,FROZEN' },
  late: { overdue: 'true' },
  ended: { states: 'PAID,WRITTEN_OFF,REFUSED,CANCELLED' },
} as const;
type Tab = keyof typeof TABS;

/** Loans in the order in which something is due; each tab and cause is an address. */
export function Screen() {
  const [{ muc, nguyennhan }, setAddress] = useAddress();
  const tab: Tab = muc && muc in TABS ? (muc as Tab) : 'waiting';
  const loans = useInfiniteQuery({
    queryKey: ['loans', tab, nguyennhan],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/v1/loans', { query: { ...TABS[tab], cause: nguyennhan, after: pageParam, limit: 100 }, signal }),
    getNextPageParam: ({ next }) => next,
  });
  const lines = loans.data?.pages.flatMap((page) => page.loans);
  return (
    <section>
      <PageHead title={t('title')} count={lines && formatNumber(lines.length)} note={t('note')} />
      <p className="choice-line no-print">
        {(Object.keys(TABS) as Tab[]).map((one) => (
          <button
            key={one}
            type="button"
            className="plain-button"
            aria-pressed={one === tab}
            onClick={() => setAddress({ muc: one, nguyennhan: undefined })}
          >
            {t(`tab.${one}`)}
          </button>
        ))}
      </p>
      <ListState query={{ ...loans, data: lines }} isEmpty={(list) => list.length === 0} empty={<p>{t('empty')}</p>}>
        {(list) => (
          <PlainTable
            label={t('title')}
            heads={(['name', 'loanNo', 'standing', 'principal', 'overdue', 'nextDue', 'stage'] as const).map((column) => t(column))}
          >
            {list.map((loan) => (
              <LoanRow key={loan.id} loan={loan} />
            ))}
          </PlainTable>
        )}
      </ListState>
      {loans.hasNextPage && (
        <p>
          <button type="button" className="plain-button" disabled={loans.isFetchingNextPage} onClick={() => void loans.fetchNextPage()}>
            {t(loans.isFetchingNextPage ? 'loading' : 'more')}
          </button>
        </p>
      )}
    </section>
  );
}

function LoanRow({ loan }: { loan: LoanLineAnswer }) {
  const { id, fullName, communeName, loanNo, standing, standingTitle, principal, overduePrincipal, nextDueOn, daysLate, decideBy, stage } =
    loan;
  return (
    <tr>
      <th scope="row">
        <Link to="/von-vay/$loanId" params={{ loanId: id } as never}>
          {fullName ?? loanNo ?? id}
        </Link>
        <div className="quiet small">{communeName}</div>
      </th>
      <td className="number">{loanNo}</td>
      <td>
        <span className={standing === 'OVERDUE' ? 'chip chip-soon' : 'chip'}>{standingTitle}</span>
        {decideBy && (standing === 'APPLIED' || standing === 'APPRAISING') && (
          <div className={decideBy < businessToday() ? 'tone-urgent small' : 'quiet small'}>
            {t('decideBy')} {formatDay(decideBy)} ({formatDaysLeft(daysBetween(businessToday(), decideBy))})
          </div>
        )}
      </td>
      <td className="number">{loanNo || principal > 0 ? formatNumber(principal) : ''}</td>
      <td className="number">{overduePrincipal > 0 ? formatNumber(overduePrincipal) : ''}</td>
      <td className="number">
        {formatDay(nextDueOn)}
        {daysLate > 0 && <div className="tone-urgent small">{t('daysLate', { days: daysLate })}</div>}
      </td>
      <td>{stage ? <StageChip stage={stage} /> : <span className="quiet">{t('unlinked')}</span>}</td>
    </tr>
  );
}
