import type { RefundAnswer } from '../../../api/schema';
import { feeItemName } from '../../../language/fee-items';
import { formatDay, formatNumber } from '../../../language/format';
import { dong, t } from './dong';

/** "0,1 %" of parts per million a year. */
const rateText = (ppm: number): string => `${String(ppm / 10_000).replace('.', ',')} %`;

/** The sum line by line: each receipt, what of it goes back, its days of interest; the rule underneath. Provisional until paid. */
export function RefundWorking({ refund: { principal, interest, detail, ruleBasis, ruleCertain } }: { refund: RefundAnswer }) {
  const { lines = [], wholeUnits, leftUnits, basis, startsOn, endsOn, lastDay, refundOn, interestPpm = 0, provenCosts = 0 } = detail;
  const terms = detail.terms ?? [{ startsOn, endsOn, wholeUnits, leftUnits, principal: undefined }];
  return (
    <details className="refund-working">
      <summary>{t('working')}</summary>
      {wholeUnits !== undefined &&
        terms.map((term, n) => (
          <p key={n}>
            {n > 0 && `${t('extension')} `}
            {t('term', { from: formatDay(term.startsOn), to: formatDay(term.endsOn), last: formatDay(lastDay) })}{' '}
            {t(basis === 'months' ? 'leftMonths' : 'leftDays', {
              left: formatNumber(term.leftUnits ?? 0),
              whole: formatNumber(term.wholeUnits ?? 0),
            })}
            {term.principal !== undefined && ` ${t('termBack', { amount: dong(term.principal) })}`}
          </p>
        ))}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('working')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('receipt')}</th>
              <th scope="col">{t('paidOn')}</th>
              <th scope="col">{t('amount')}</th>
              {wholeUnits !== undefined && <th scope="col">{t('share')}</th>}
              {wholeUnits !== undefined && (
                <th scope="col">{t('interestOf', { rate: rateText(interestPpm), day: formatDay(refundOn) })}</th>
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, i) => (
              <tr key={i}>
                <th scope="row">
                  {line.receiptNo} <span className="quiet small">{feeItemName(line.item)}</span>
                </th>
                <td>{formatDay(line.paidOn)}</td>
                <td className="number">{formatNumber(line.amount)}</td>
                {line.share !== undefined && <td className="number">{formatNumber(line.share)}</td>}
                {line.share !== undefined && (
                  <td className="number">
                    {formatNumber(line.interest ?? 0)}{' '}
                    <span className="quiet small">{t('interestDays', { days: formatNumber(line.days ?? 0) })}</span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {provenCosts > 0 && <p>{t('lessCosts', { amount: dong(provenCosts) })}</p>}
      <p>{t('sum', { principal: dong(principal), interest: dong(interest), all: dong(principal + interest) })}</p>
      {ruleBasis && (
        <p className="quiet small">
          {t('rule', { basis: ruleBasis })}
          {!ruleCertain && ` ${t('uncertain')}`}
        </p>
      )}
    </details>
  );
}
