import { formatNumber } from '../../../language/format';
import type { SupportableAnswer } from '../../../api/schema';
import { dongOf, t } from '../../parts/money/dong';
import { DongField } from '../../parts/money/dong-field';
import { TextField } from '../../parts/text-field';

/** As typed, by item: the sum on the bills, and the days or months where the ceiling counts by them. */
export type Billed = Readonly<Record<string, { readonly amount: string; readonly times: string }>>;

const COUNTED: readonly string[] = ['day', 'month'];

/** What is sent: `ORIENTATION:530000,FOOD:2400000x60`; undefined: nothing is supported. */
export function billedText(billed: Billed): string | undefined {
  const items = Object.entries(billed).flatMap(([item, { amount, times }]) => {
    const [sum, count] = [dongOf(amount), dongOf(times)];
    return sum > 0 ? [`${item}:${sum}${count > 1 ? `x${count}` : ''}`] : [];
  });
  return items.length > 0 ? items.join(',') : undefined;
}

/** What the budget pays of the costs: it is taken off what may be borrowed (Decree 338/2025/NĐ-CP). */
export function BilledSupports({
  items,
  billed,
  onChange,
}: {
  items: readonly SupportableAnswer[];
  billed: Billed;
  onChange: (billed: Billed) => void;
}) {
  const put = (item: string, part: Partial<Billed[string]>) =>
    onChange({ ...billed, [item]: { ...(billed[item] ?? { amount: '', times: '' }), ...part } });
  return (
    <details>
      <summary>{t('supportsTitle')}</summary>
      <p className="quiet small">{t('supportsNote')}</p>
      <div className="billed-supports">
        {items.map(({ item, title, ceiling, per }) => (
          <div key={item} className="form-side">
            <DongField
              label={ceiling === null ? t('supportBilled', { title }) : t('supportOf', { title, amount: formatNumber(ceiling) })}
              value={billed[item]?.amount ?? ''}
              onChange={(amount) => put(item, { amount })}
            />
            {COUNTED.includes(per) && (
              <TextField
                label={t('timesOf', { title, unit: t(`per.${per as 'day'}`) })}
                value={billed[item]?.times ?? ''}
                onChange={(times) => put(item, { times })}
                most={3}
              />
            )}
          </div>
        ))}
      </div>
    </details>
  );
}
