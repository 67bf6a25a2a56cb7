import { ApiProblem, OfflineProblem } from '../../api/call';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';

const t = area('parts', vi);

/** What to tell the user of anything that went wrong: the server's own words where it gave some. */
export function problemText(error: unknown): string {
  if (error instanceof OfflineProblem) return t('offline');
  if (!(error instanceof ApiProblem)) return t('unexpected');
  const fields = error.errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
  const text = [error.message || t('unexpected'), fields].filter(Boolean).join(' ');
  return error.status >= 500 && error.requestId ? `${text} (${t('requestId', { id: error.requestId })})` : text;
}
