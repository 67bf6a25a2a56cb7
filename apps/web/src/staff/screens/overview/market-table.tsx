import type { LeadOverviewResponse, LeadShareAnswer } from '../../../api/schema';
import { formatNumber, formatPercent } from '../../../language/format';
import { useMarkets } from '../../parts/markets';
import { t } from './overview-words';
import { RowsLink } from './rows-link';

/** Below this many people a percentage says more than is known. */
const SMALL_GROUP = 10;

/** Markets with their denominators; what is confirmed and what is only open stand apart. */
export function MarketTable({ page: { markets } }: { page: LeadOverviewResponse }) {
  const { nameOf } = useMarkets();
  return (
    <section className="sheet overview-part">
      <h2>{t('markets')}</h2>
      <div className="table-scroll" role="region" aria-label={t('markets')} tabIndex={0}>
        <table className="plain-table wide-table">
          <thead>
            <tr>
              <th scope="col">{t('markets')}</th>
              {(['marketExits', 'marketAbroad', 'marketConfirmed', 'marketUnconfirmed'] as const).map((word) => (
                <th key={word} scope="col" className="number">
                  {t(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {markets.map(({ market, exits, rows, overstay }) => (
              <tr key={market}>
                <th scope="row">{nameOf(market)}</th>
                <td className="number">
                  <RowsLink rows={rows}>{formatNumber(exits)}</RowsLink>
                </td>
                <td className="number">{formatNumber(overstay.confirmed.of)}</td>
                <td className="number">
                  <RowsLink rows={overstay.confirmed.rows}>{shareText(overstay.confirmed)}</RowsLink>
                </td>
                <td className="number">
                  <RowsLink rows={overstay.unconfirmed.rows}>{shareText(overstay.unconfirmed)}</RowsLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const shareText = ({ part, of }: LeadShareAnswer) =>
  part && of >= SMALL_GROUP ? `${formatNumber(part)} (${formatPercent(part / of)})` : formatNumber(part);
