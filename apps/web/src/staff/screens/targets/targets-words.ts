import { area } from '../../../language/words';
import vi from '../../../language/vi/targets.json';

export const t = area('targets', vi);
/** Key of the province's own figure among the communes' codes. */
export const PROVINCE = '';
const MOST = 1_000_000;

/** What somebody wrote as a target: 1.200, 1 200, 1200. Undefined: no such number. */
export function readTarget(written: string): number | undefined {
  const digits = written.replace(/[.\s,]/g, '');
  return /^\d{1,7}$/.test(digits) && Number(digits) <= MOST ? Number(digits) : undefined;
}
