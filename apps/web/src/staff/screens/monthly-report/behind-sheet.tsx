import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { ReportBoardResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { TableHead } from '../../parts/plain-table';
import { type FigureName, nameOf, t } from './monthly-report-words';

/** Which number was opened. */
export interface RowsWanted {
  readonly indicator: string;
  readonly market: string | null;
  readonly commune?: { readonly communeCode: string; readonly name: string };
}

/** The people behind a number, of the version that is shown. */
export function BehindSheet({ wanted, board, onClose }: { wanted: RowsWanted; board: ReportBoardResponse; onClose: () => void }) {
  const markets = useMarkets();
  const { indicator, market, commune } = wanted;
  const query = useQuery({
    queryKey: ['monthly-report', 'rows', board.month, board.version, indicator, commune?.communeCode],
    queryFn: () =>
      call('GET /api/v1/monthly-reports/rows', {
        query: {
          month: board.month,
          indicator,
          ...(commune && { communeCode: commune.communeCode }),
          ...(board.frozen && board.reportId && !commune && { reportId: board.reportId }),
        },
      }),
  });
  const line =
    market === null
      ? nameOf(indicator as FigureName)
      : `${nameOf(indicator.startsWith('abroad') ? 'abroad' : 'exits.month')}, ${markets.nameOf(market)}`;
  return (
    <DialogSheet title={commune ? `${line}, ${commune.name}` : line} onClose={onClose} wide>
      <ListState query={query} rows={6} isEmpty={({ people }) => people.length === 0} empty={t('nobody')}>
        {({ people, cases }) => (
          <>
            <p className="quiet">{t(people.length < cases ? 'someOf' : 'allOf', { shown: people.length, cases })}</p>
            <table className="plain-table behind-table">
              <TableHead heads={[t('person'), t('commune'), t('market'), t('departed'), t('ends'), t('returned')]} />
              <tbody>
                {people.map((one) => (
                  <tr key={one.caseId}>
                    <th scope="row">
                      <Link to="/ho-so/$caseId" params={{ caseId: one.caseId } as never}>
                        {one.fullName}
                      </Link>
                    </th>
                    <td>{one.communeName}</td>
                    <td>{markets.nameOf(one.market)}</td>
                    <td>{formatDay(one.departedOn)}</td>
                    <td>{formatDay(one.contractEnd)}</td>
                    <td>{formatDay(one.returnedOn)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </ListState>
    </DialogSheet>
  );
}
