import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/liquidation.json';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { OwedSums } from '../../parts/money/owed-sums';
import { MoreButton } from '../../parts/more-button';
import { PageHead } from '../../parts/page-head';
import { PlainTable } from '../../parts/plain-table';
import { useAddress } from '../../parts/use-address';
import { useMe } from '../../session/me';
import { LiquidationSheet } from './liquidation-sheet';
import '../loans/loans.css';

const t = area('liquidation', vi);
const COLUMNS = ['name', 'agency', 'ended', 'dueBy', 'state', 'owed', 'paid'] as const;

/** Contracts to be liquidated, the nearest deadline first. */
export function Screen() {
  const [{ hs }, setAddress] = useAddress();
  const agency = useMe().role === 'agency_clerk';
  const sums = useQuery({
    queryKey: ['liquidations', 'sums'],
    queryFn: ({ signal }) => call('GET /api/v1/own-debts', { query: { limit: 1 }, signal }),
    enabled: agency,
  });
  const list = useInfiniteQuery({
    queryKey: ['liquidations'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => call('GET /api/v1/liquidations', { query: { after: pageParam, limit: 100 }, signal }),
    getNextPageParam: (page) => page.next,
  });
  const rows = list.data?.pages.flatMap(({ liquidations }) => liquidations);
  const open = rows?.find(({ caseId }) => caseId === hs);
  return (
    <section>
      <PageHead title={t('title')} count={rows && !list.hasNextPage && formatNumber(rows.length)} note={t('note')} />
      {agency && (
        <ListState query={sums}>
          {(all) => (
            <p className="sheet card">
              <OwedSums sums={all} />
            </p>
          )}
        </ListState>
      )}
      {(!agency || !sums.isPending) && (
        <ListState query={list} isEmpty={({ pages }) => pages[0]!.liquidations.length === 0} empty={<p>{t('empty')}</p>}>
          {() => (
            <>
              <PlainTable
                label={t('title')}
                heads={(agency ? COLUMNS.filter((column) => column !== 'agency') : COLUMNS).map((column) => t(column))}
              >
                {rows!.map((one) => (
                  <tr key={one.caseId}>
                    <th scope="row">
                      <button type="button" className="link-button" onClick={() => setAddress({ hs: one.caseId })}>
                        {one.fullName}
                      </button>
                      <div className="quiet small">{one.communeName}</div>
                    </th>
                    {!agency && <td>{one.agencyName}</td>}
                    <td>{formatDay(one.endedOn)}</td>
                    <td className="number">
                      {formatDay(one.dueBy)}
                      <div className={one.daysLeft < 0 ? 'tone-urgent small' : 'quiet small'}>
                        {one.daysLeft < 0 ? t('daysOver', { days: -one.daysLeft }) : t('daysLeft', { days: one.daysLeft })}
                      </div>
                    </td>
                    <td className="number">{t(`state.${one.state as 'OPEN'}`)}</td>
                    <td>{formatNumber(one.owed)}</td>
                    <td>{formatNumber(one.paid)}</td>
                  </tr>
                ))}
              </PlainTable>
              <MoreButton list={list} />
            </>
          )}
        </ListState>
      )}
      {hs && (
        <DialogSheet title={open?.fullName ?? t('title')} onClose={() => setAddress({ hs: undefined })} wide>
          <LiquidationSheet caseId={hs} />
        </DialogSheet>
      )}
    </section>
  );
}
