import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../../../api/call';
import type { CaseLineAnswer, CaseListResponse } from '../../../api/schema';

const PAGE = 100;
/** Lists longer than this are not asked for anew when the window comes back: their rows change by what is done here. */
const FEW_PAGES = 3;

type Pages = InfiniteData<CaseListResponse, string | undefined>;

/** The rows of a question, a page at a time; `total` stops at 1,001, which reads "more than 1,000". */
export function useCaseList(question: Readonly<Record<string, string>>) {
  const queries = useQueryClient();
  const key = useMemo(() => ['case-list', question], [question]);
  const list = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/v1/cases', {
        query: { ...question, limit: PAGE, after: pageParam, ...(pageParam === undefined && { total: 'true' as const }) } as never,
        signal,
      }),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= FEW_PAGES,
  });
  const rows = useMemo<readonly CaseLineAnswer[]>(() => list.data?.pages.flatMap(({ cases }) => cases) ?? [], [list.data]);
  return {
    list,
    rows,
    total: list.data?.pages[0]?.total,
    /** Loads on until `most` rows are there or nothing is left; answers the rows. */
    loadUntil: async (most: number): Promise<readonly CaseLineAnswer[]> => {
      let pages = list.data?.pages ?? [];
      while (pages.length > 0 && pages.at(-1)!.next && pages.length * PAGE < most)
        pages = (await list.fetchNextPage({ cancelRefetch: false })).data?.pages ?? [];
      return pages.flatMap(({ cases }) => cases).slice(0, most);
    },
    /** Asks again for all rows, after a change whose result is not known row by row. */
    refresh: () => queries.invalidateQueries({ queryKey: ['case-list'] }),
    /** Lays changed stages into the rows that are shown. */
    patch: (stages: ReadonlyMap<string, string>) =>
      queries.setQueryData<Pages>(
        key,
        (data) =>
          data && {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              cases: page.cases.map((row) => (stages.has(row.id) ? { ...row, stage: stages.get(row.id)! } : row)),
            })),
          },
      ),
  };
}
