import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { feeItemName, payerName } from '../../../language/fee-items';
import { formatDay, formatMoment, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/fees.json';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { TableHead } from '../../parts/plain-table';
import { Basis } from './ceiling-basis';
import { inWages } from './fee-draft';

const t = area('fees', vi);

/** One published sheet: who pays what, by which ceiling, and what was asked before. */
export function FeeSheet({ sheetId, onVersion, onNext }: { sheetId: string; onVersion: (id: string) => void; onNext?: () => void }) {
  const markets = useMarkets();
  const read = useQuery({
    queryKey: ['fee-sheets', 'one', sheetId],
    queryFn: ({ signal }) => call('GET /api/v1/fee-sheets/{sheetId}', { params: { sheetId }, signal }),
  });
  return (
    <ListState query={read}>
      {({ sheet, versions }) => (
        <div className="form-rows">
          <p className="quiet">
            {sheet.agencyName} · {markets.nameOf(sheet.market)} · {t('months', { months: sheet.months })} · {t('wage')}{' '}
            {t('dong', { amount: formatNumber(sheet.monthlyWage) })} · {t('validFrom')} {formatDay(sheet.validFrom)}
            {sheet.jobTitle && ` · ${t('ofJob', { job: sheet.jobTitle })}`}
          </p>
          <div className="table-scroll" tabIndex={0} role="region" aria-label={t('lines')}>
            <table className="plain-table">
              <TableHead heads={(['item', 'amount', 'payer', 'when'] as const).map((column) => t(column))} />
              <tbody>
                {sheet.lines.map(({ item, amount, payer, when }, i) => (
                  <tr key={i}>
                    <th scope="row">{feeItemName(item)}</th>
                    <td className="number">{formatNumber(amount)}</td>
                    <td>{payerName(payer)}</td>
                    <td>{when}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="fee-total">
            {t('sum')} <strong>{t('dong', { amount: formatNumber(sheet.workerPays) })}</strong>{' '}
            <span className="quiet">{t('wages', { wages: inWages(sheet.workerPays, sheet.monthlyWage) })}</span>
          </p>
          {sheet.ceilings.length > 0 && <h3>{t('ceilings')}</h3>}
          <Basis ceilings={sheet.ceilings} />
          <h3>{t('versions')}</h3>
          <ul className="plain-list">
            {versions.map(({ id, validFrom, workerPays, publishedAt }) => (
              <li key={id}>
                {id === sheetId ? (
                  <strong>{formatDay(validFrom)}</strong>
                ) : (
                  <button type="button" className="link-button" onClick={() => onVersion(id)}>
                    {formatDay(validFrom)}
                  </button>
                )}{' '}
                · {t('dong', { amount: formatNumber(workerPays) })}{' '}
                <span className="quiet small">{t('publishedAt', { moment: formatMoment(publishedAt) })}</span>
                {id === sheetId && <span className="chip"> {t('shown')}</span>}
              </li>
            ))}
          </ul>
          <div className="form-deeds no-print">
            {onNext && (
              <button type="button" className="main-button" onClick={onNext}>
                {t('next')}
              </button>
            )}
            <button type="button" className="plain-button" onClick={() => window.print()}>
              {t('print')}
            </button>
          </div>
        </div>
      )}
    </ListState>
  );
}
