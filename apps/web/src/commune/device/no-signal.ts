import { OfflineProblem } from '../../api/call';

/** No answer came: no fault worth words, what is written down waits. */
export const isOffline = (error: unknown): boolean =>
  error instanceof OfflineProblem || (error instanceof DOMException && ['TimeoutError', 'AbortError'].includes(error.name));
