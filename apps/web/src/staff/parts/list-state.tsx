import type { ReactNode } from 'react';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';
import { problemText } from './problem-text';

const t = area('parts', vi);

/**
 * What stands where rows would stand: grey lines while they are on the way, the reason and a second try when they did not come, words that
 * teach when there are none. Give it the query and what to draw when rows are there.
 */
export function ListState<T>({
  query,
  isEmpty,
  empty,
  rows = 6,
  children,
}: {
  query: { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  rows?: number;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return isEmpty?.(query.data) ? <div className="list-empty">{empty}</div> : children(query.data);
  if (query.error)
    return (
      <div className="list-empty" role="alert">
        <p>{problemText(query.error)}</p>
        <button type="button" className="plain-button" onClick={() => void query.refetch()}>
          {t('again')}
        </button>
      </div>
    );
  return (
    <div className="list-waiting" role="status" aria-busy="true">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: rows }, (_, i) => (
        <span key={i} className="waiting-line" />
      ))}
    </div>
  );
}
