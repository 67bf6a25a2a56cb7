import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../../../api/call';
import type { WorkCountsAnswer, WorkRowAnswer } from '../../../../api/schema';
import { rememberCounts, useWorkCounts } from '../../../shell/work-counts';
import { nameOf, settle, type Settled } from './settle-rows';

export const BUCKETS = ['urgent', 'today', 'week', 'later', 'waiting'] as const;
export type Bucket = (typeof BUCKETS)[number];

export interface QueueFilter {
  readonly bucket?: Bucket;
  /** Alert rule or kind of task. */
  readonly code?: string;
  /** What the office put off, in place of the rest. */
  readonly hidden?: 'true';
}

export type QueueRow = Settled<WorkRowAnswer>;

export interface Queue {
  readonly rows: readonly QueueRow[];
  readonly counts: WorkCountsAnswer | undefined;
  /** Rows that came in above while somebody works in the list. */
  readonly news: number;
  readonly query: { data: unknown; error: unknown; isPending: boolean; refetch: () => unknown };
  readonly more?: () => void;
  readonly loadingMore: boolean;
  /** Takes the row away at once, then asks again: its deed is done. A row whose cause is not gone comes back. */
  readonly drop: (row: WorkRowAnswer) => Promise<void>;
  /** Shows everything as it is now. */
  readonly showNews: () => void;
  /** Asks again after an undo and shows what came back in its place, also under the hand of who asked for it. */
  readonly reload: () => Promise<void>;
}

const PAGE = 50;

/** The rows of the queue, page by page, that never jump while `busy`. */
export function useQueue(filter: QueueFilter, busy: boolean): Queue {
  const queries = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ['work', filter],
    queryFn: ({ pageParam, signal }) => call('GET /api/v1/work', { query: { ...filter, after: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const known = useWorkCounts(false);
  const counts = query.data?.pages[0]?.counts;
  useEffect(() => {
    if (counts) rememberCounts(queries, counts);
  }, [counts, queries]);

  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const fresh = (query.data?.pages.flatMap(({ rows }) => rows) ?? []).filter((row) => !dropped.has(nameOf(row)));
  const place = JSON.stringify(filter);
  const [shown, setShown] = useState<{ place: string; rows: readonly QueueRow[] }>({ place, rows: [] });
  const before = shown.place === place ? shown.rows.filter((row) => !dropped.has(nameOf(row))) : [];
  const { rows, news } = settle(before, fresh, busy);
  const names = rows.map((row) => nameOf(row) + (row.gone ? '-' : '')).join();
  useEffect(() => setShown({ place, rows }), [names, place, query.dataUpdatedAt]);

  return {
    rows,
    counts: counts ?? known,
    news,
    query,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
    drop: async (row) => {
      setDropped((names) => new Set(names).add(nameOf(row)));
      await queries.invalidateQueries({ queryKey: ['work'] });
      setDropped((names) => new Set([...names].filter((name) => name !== nameOf(row))));
    },
    showNews: () => setShown({ place, rows: [] }),
    reload: async () => {
      await queries.invalidateQueries({ queryKey: ['work'] });
      setShown({ place, rows: [] });
    },
  };
}
