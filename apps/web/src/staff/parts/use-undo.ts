import { useQueryClient } from '@tanstack/react-query';
import { call, newKey } from '../../api/call';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';
import { tellDone, tellFault } from './notices';
import { problemText } from './problem-text';

const t = area('parts', vi);
const TOUCHED = new Set(['case-list', 'cases', 'case', 'timeline', 'alerts', 'work']);

/** Takes back exactly what one request recorded, named by its key; a case in which something was recorded since stays and is counted. */
export function useUndo(): (requestKey: string) => Promise<void> {
  const queries = useQueryClient();
  return async (requestKey) => {
    try {
      const { undone, left } = await call('POST /api/v1/cases/bulk/undo', { body: { requestKey }, key: newKey() });
      tellDone(left > 0 ? t('undoneSome', { undone, left }) : t('undone', { undone }));
    } catch (error) {
      tellFault(problemText(error));
    }
    await queries.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.has(String(queryKey[0])) });
  };
}
