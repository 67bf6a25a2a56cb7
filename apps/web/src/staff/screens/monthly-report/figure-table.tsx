import type { ReportBoardResponse } from '../../../api/schema';
import { formatNumber, formatPercent } from '../../../language/format';
import { useMarkets } from '../../parts/markets';
import type { RowsWanted } from './behind-sheet';
import { type Figure, type FigureName, isPart, nameOf, t } from './monthly-report-words';

/** Every line of the form beside the period before; each number opens the people it counts. */
export function FigureTable({ board, onRows }: { board: ReportBoardResponse; onRows?: (rows: RowsWanted) => void }) {
  const markets = useMarkets();
  const year = board.figures.find(({ indicator }) => indicator === 'exits.year')?.value ?? 0;
  return (
    <article className="sheet report-part">
      <h2>{t('figures')}</h2>
      <p>
        {board.target
          ? t('ofTarget', { actual: formatNumber(year), target: formatNumber(board.target), percent: formatPercent(year / board.target) })
          : t('noTarget')}
      </p>
      <div className="table-scroll" role="region" aria-label={t('figures')} tabIndex={0}>
        <table className="plain-table wide-table figure-table">
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col" className="number">
                {t('now')}
              </th>
              <th scope="col" className="number">
                {t('before')}
              </th>
            </tr>
          </thead>
          <tbody>
            {board.figures.map((figure) => {
              const { indicator, market, value, before } = figure;
              return (
                <tr key={indicator} className={isPart(figure) ? 'figure-part' : undefined}>
                  <th scope="row">{market === null ? nameOf(indicator as FigureName) : markets.nameOf(market)}</th>
                  <td className="number">
                    <Opened figure={figure} onRows={onRows} value={value} />
                  </td>
                  <td className="number quiet">{before === null ? '' : formatNumber(before)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="quiet small">{t('notHeld')}</p>
    </article>
  );
}

function Opened({ figure, value, onRows }: { figure: Figure; value: number; onRows?: (rows: RowsWanted) => void }) {
  const text = formatNumber(value);
  if (!onRows || value === 0) return <>{text}</>;
  return (
    <button type="button" className="link-button" onClick={() => onRows(figure)}>
      {text}
    </button>
  );
}
