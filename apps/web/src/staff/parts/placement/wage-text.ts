import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/placement.json';

const t = area('placement', vi);

/** What an opening pays a month. */
export const wageText = ({ wageFrom, wageTo }: { wageFrom: number; wageTo: number | null }): string =>
  wageTo !== null && wageTo !== wageFrom
    ? t('wages', { from: formatNumber(wageFrom), to: formatNumber(wageTo) })
    : t('wage', { amount: formatNumber(wageFrom) });
