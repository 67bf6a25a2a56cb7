import { ApiProblem } from '../../api/call';
import { area } from '../../language/words';
import vi from '../../language/vi/commune.json';
import { isOffline } from '../device/no-signal';

const t = area('commune', vi);

/** What to tell the officer of anything that went wrong: the server's own words where it gave some. */
export function problemText(error: unknown): string {
  if (isOffline(error)) return t('offlineNow');
  if (!(error instanceof ApiProblem)) return t('unexpected');
  const fields = error.errors.map(({ message }) => message).join('; ');
  return [error.message || t('unexpected'), fields].filter(Boolean).join(' ');
}
