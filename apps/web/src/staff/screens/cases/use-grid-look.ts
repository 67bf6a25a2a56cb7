import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { COLUMN_KEYS, type ColumnKey, FIRST_COLUMNS } from './grid-columns';

/** How somebody wants the grid: kept with the account, the same on every machine. */
export interface GridLook {
  readonly columns: readonly ColumnKey[];
  readonly widths: Readonly<Record<string, number>>;
  readonly density: 'dense' | 'middle' | 'roomy';
}

const FIRST: GridLook = { columns: FIRST_COLUMNS, widths: {}, density: 'middle' };
const KEY = ['preferences', 'columns'];
export const ROW_HEIGHT = { dense: 26, middle: 34, roomy: 46 } as const;

export function useGridLook(): [look: GridLook, change: (part: Partial<GridLook>) => void] {
  const queries = useQueryClient();
  const { data: look = FIRST } = useQuery({
    queryKey: KEY,
    staleTime: Infinity,
    queryFn: async () =>
      readLook((await call('GET /api/v1/me/preferences/{preferenceKey}', { params: { preferenceKey: 'columns' } })).value),
  });
  const change = (part: Partial<GridLook>) => {
    const next = { ...look, ...part };
    queries.setQueryData(KEY, next);
    // A look that was not kept is only lost for the next visit; the work goes on.
    void call('PUT /api/v1/me/preferences/{preferenceKey}', { params: { preferenceKey: 'columns' }, body: { value: next as never } }).catch(
      () => undefined,
    );
  };
  return [look, change];
}

/** A stored look may be older than this program: unknown columns are dropped. */
export function readLook(stored: unknown): GridLook {
  const { columns, widths, density } = (stored ?? {}) as Partial<GridLook>;
  const known = columns?.filter((key) => COLUMN_KEYS.includes(key));
  return {
    columns: known?.length ? known : FIRST.columns,
    widths: typeof widths === 'object' ? widths : {},
    density: density && density in ROW_HEIGHT ? density : FIRST.density,
  };
}
