import type { FeeCeilingAnswer } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { feeItemName } from '../../../language/fee-items';
import { area } from '../../../language/words';
import vi from '../../../language/vi/fees.json';

const t = area('fees', vi);

/** "trần 66.000.000 đ", or that nothing may be asked. */
export const ceilingText = ({ most }: FeeCeilingAnswer): string =>
  most === 0 ? t('ceilingNone') : t('ceiling', { amount: formatNumber(most) });

/** What each ceiling rests on, and whether an office has confirmed it. */
export function Basis({ ceilings }: { ceilings: readonly FeeCeilingAnswer[] }) {
  return (
    <ul className="plain-list quiet small">
      {ceilings.map((ceiling) => (
        <li key={ceiling.item}>
          {t('basis', { item: feeItemName(ceiling.item), basis: `${ceilingText(ceiling)} – ${ceiling.basis}.` })}
          {!ceiling.certain && ` ${t('uncertain')}`}
        </li>
      ))}
    </ul>
  );
}
