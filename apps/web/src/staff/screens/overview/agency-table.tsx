import type { LeadOverviewResponse } from '../../../api/schema';
import { formatNumber, formatPercent } from '../../../language/format';
import { t } from './overview-words';
import { RowsLink } from './rows-link';

/** How agencies behave; n stands beside every percentage. */
export function AgencyTable({ page: { agencies } }: { page: LeadOverviewResponse }) {
  return (
    <section className="sheet overview-part">
      <h2>{t('agencies')}</h2>
      <div className="table-scroll" role="region" aria-label={t('agencies')} tabIndex={0}>
        <table className="plain-table wide-table">
          <thead>
            <tr>
              <th scope="col">{t('agencies')}</th>
              {(['agencyExits', 'agencyOnTime', 'agencyUpdated'] as const).map((word) => (
                <th key={word} scope="col" className="number">
                  {t(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {agencies.map(({ agencyId, name, exits, rows, onTime, updated }) => (
              <tr key={agencyId}>
                <th scope="row">{name}</th>
                <td className="number">
                  <RowsLink rows={rows}>{formatNumber(exits)}</RowsLink>
                </td>
                <td className="number">
                  {onTime.of ? (
                    <>
                      {formatPercent(onTime.part / onTime.of)} <span className="quiet small">{t('n', { n: onTime.of })}</span>
                    </>
                  ) : (
                    <span className="quiet small">{t('noQuestion')}</span>
                  )}
                </td>
                <td className={updated ? 'number' : 'number tone-soon'}>{t(updated ? 'yes' : 'no')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
