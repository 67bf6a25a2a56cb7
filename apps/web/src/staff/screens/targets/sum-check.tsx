import { formatNumber } from '../../../language/format';
import type { TargetPlace, Written } from './targets-table';
import { PROVINCE, readTarget, t } from './targets-words';

/** Whether the communes add up to the province's own target, with what is typed but not saved. */
export function SumCheck({ places, written }: { places: readonly TargetPlace[]; written: Written }) {
  const figureOf = ({ communeCode, exits }: TargetPlace) => readTarget(written[communeCode] ?? '') ?? exits;
  const sum = places.reduce((all, place) => all + (place.communeCode === PROVINCE ? 0 : (figureOf(place) ?? 0)), 0);
  const own = places.find(({ communeCode }) => communeCode === PROVINCE);
  const province = own ? figureOf(own) : null;
  const gap = province === null ? 0 : sum - province;
  return (
    <p role="status" className={gap ? 'tone-soon' : ''}>
      <strong>
        {t('sum')}: {formatNumber(sum)}
      </strong>
      {' · '}
      {province === null
        ? t('noProvince')
        : gap === 0
          ? `✓ ${t('sumFits')} (${formatNumber(province)})`
          : t(gap > 0 ? 'sumOver' : 'sumUnder', { count: formatNumber(Math.abs(gap)) })}
    </p>
  );
}
