import { useQueryClient } from '@tanstack/react-query';
import { call, newKey } from '../../../api/call';
import { area } from '../../../language/words';
import vi from '../../../language/vi/alert.json';
import { tellDone, tellFault } from '../notices';
import { problemText } from '../problem-text';

const t = area('alert', vi);
const TOUCHED = new Set(['case-list', 'cases', 'case', 'timeline', 'alerts', 'alert', 'work']);

/** Takes back an answer given a moment ago, named by its key: the question stands again, and what it had recorded is withdrawn. */
export function useTakeBack(alertId: number): (requestKey: string) => Promise<void> {
  const queries = useQueryClient();
  return async (requestKey) => {
    try {
      const params = { alertId: String(alertId) };
      await call('POST /api/v1/alerts/{alertId}/answers/take-back', { params, body: { requestKey }, key: newKey() });
      tellDone(t('takenBackNow'));
    } catch (error) {
      tellFault(problemText(error));
    }
    await queries.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.has(String(queryKey[0])) });
  };
}
