interface Named {
  readonly kind: string;
  readonly id: string;
}

export type Settled<Row> = Row & { readonly gone?: boolean };

export const nameOf = ({ kind, id }: Named): string => `${kind}-${id}`;

/**
 * Lets new rows in without moving anything under the user's hand. While somebody is `busy` in the list the rows stay in their places: what is
 * gone is only marked, what is new is counted, and further pages join at the end. Otherwise the fresh rows are shown as they are.
 */
export function settle<Row extends Named>(
  shown: readonly Settled<Row>[],
  fresh: readonly Row[],
  busy: boolean,
): { rows: readonly Settled<Row>[]; news: number } {
  if (!busy || shown.length === 0) return { rows: fresh, news: 0 };
  const now = new Map(fresh.map((row) => [nameOf(row), row]));
  const kept = shown.map((row): Settled<Row> => now.get(nameOf(row)) ?? { ...row, gone: true });
  const known = new Set(shown.map(nameOf));
  const last = fresh.findLastIndex((row) => known.has(nameOf(row)));
  const added = fresh.filter((row, at) => at > last && !known.has(nameOf(row)));
  const news = fresh.filter((row, at) => at < last && !known.has(nameOf(row))).length;
  return { rows: [...kept, ...added], news };
}
