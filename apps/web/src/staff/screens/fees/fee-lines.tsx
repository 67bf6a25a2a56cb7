import type { FeeCeilingAnswer } from '../../../api/schema';
import { feeItemName, payerName, PAYERS } from '../../../language/fee-items';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/fees.json';
import { dongOf } from '../../parts/money/dong';
import { ceilingText } from './ceiling-basis';
import { type DraftLine, mayBeSplit, splitLine, workerPays } from './fee-draft';

const t = area('fees', vi);

/** One row for each item: amount, who pays, when. What passes its ceiling says so at once. */
export function FeeLines({
  lines,
  ceilings,
  onChange,
}: {
  lines: readonly DraftLine[];
  ceilings: readonly FeeCeilingAnswer[];
  onChange: (lines: readonly DraftLine[]) => void;
}) {
  const change = (at: number, part: Partial<DraftLine>) => onChange(lines.map((line, i) => (i === at ? { ...line, ...part } : line)));
  return (
    <fieldset className="form-group">
      <legend>{t('lines')}</legend>
      <p className="quiet small fee-note">{t('lineNote')}</p>
      <div className="fee-lines">
        {lines.map((line, at) => {
          const first = lines.findIndex((one) => one.item === line.item);
          const item = at === first ? feeItemName(line.item) : t('alsoPaid', { item: feeItemName(line.item), no: at - first + 1 });
          const ceiling = line.payer === 'WORKER' ? ceilings.find((one) => one.item === line.item) : undefined;
          const over = ceiling !== undefined && workerPays(lines, line.item) > ceiling.most;
          return (
            <div key={at} className="fee-line" role="group" aria-label={item}>
              <span className="fee-item">
                {item}
                {ceiling && at === lines.findIndex((one) => one.item === line.item && one.payer === 'WORKER') && (
                  <span className={over ? 'tone-urgent small' : 'quiet small'}>
                    {' '}
                    {over && ceiling.most > 0 ? t('over', { amount: formatNumber(ceiling.most) }) : ceilingText(ceiling)}
                  </span>
                )}
              </span>
              <input
                className="field-input fee-amount"
                inputMode="numeric"
                autoComplete="off"
                maxLength={16}
                aria-label={t('amountOf', { item })}
                placeholder={t('unit')}
                aria-invalid={over}
                value={line.amount}
                onChange={(event) => change(at, { amount: event.target.value })}
                onBlur={() => line.amount && change(at, { amount: formatNumber(dongOf(line.amount)) })}
              />
              <select
                className="field-input"
                aria-label={t('payerOf', { item })}
                value={line.payer}
                onChange={(event) => change(at, { payer: event.target.value })}
              >
                {PAYERS.map((payer) => (
                  <option key={payer} value={payer}>
                    {payerName(payer)}
                  </option>
                ))}
              </select>
              <input
                className="field-input"
                autoComplete="off"
                maxLength={200}
                aria-label={t('whenOf', { item })}
                placeholder={t('when')}
                value={line.when}
                onChange={(event) => change(at, { when: event.target.value })}
              />
              <span className="fee-split">
                {at === first && line.amount && mayBeSplit(lines, at) && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={t('splitOf', { item })}
                    onClick={() => onChange(splitLine(lines, at))}
                  >
                    {t('split')}
                  </button>
                )}
                {at !== first && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={t('dropOf', { item })}
                    onClick={() => onChange(lines.filter((_, i) => i !== at))}
                  >
                    {t('drop')}
                  </button>
                )}
              </span>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
