import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/overview.json';

export const t = area('overview', vi);

export type Level = 'full' | 'half' | 'low' | 'none';

/** How far a commune is on its year's target; the tile's pattern and the bar repeat it. */
export function levelOf({ actual, target }: { actual: number; target: number | null }): Level {
  if (target === null || target === 0) return 'none';
  const share = actual / target;
  return share >= 1 ? 'full' : share >= 0.5 ? 'half' : 'low';
}

/** People ahead of (positive) or behind (negative) a steady pace, in words. */
export function paceText({ actual, expected }: { actual: number; expected: number | null }): string {
  if (expected === null) return '';
  const gap = actual - expected;
  return gap === 0 ? t('even') : t(gap < 0 ? 'behind' : 'ahead', { count: formatNumber(Math.abs(gap)) });
}
