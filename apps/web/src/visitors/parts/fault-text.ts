import { ApiProblem } from '../../api/call';
import { area } from '../../language/words';
import vi from '../../language/vi/visitors.json';

const t = area('visitors', vi);

/** The server's own words, or that there is no network. */
export function faultText(error: unknown): string {
  return error instanceof ApiProblem && error.message ? error.message : t('offline');
}
