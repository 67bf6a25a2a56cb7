import { area } from '../../language/words';
import vi from '../../language/vi/commune.json';

const t = area('commune', vi);

/** How much of the time to answer is left; another date than the one the question is about. */
export function answerBy(daysLeft: number | null): string {
  if (daysLeft === null) return t('noDeadline');
  return daysLeft === 0 ? t('answerToday') : t(daysLeft > 0 ? 'answerLeft' : 'answerOver', { n: Math.abs(daysLeft) });
}
