import type { LocalDate } from '@app/kernel';

interface Counted {
  readonly rule: string;
  readonly communeCode: string | null;
  readonly alerts: number;
}

export interface OpenedClosed {
  readonly opens: number;
  readonly closes: number;
}

/** What a run on that day would do if the proposed rules were in force. */
export interface RuleTrial extends OpenedClosed {
  readonly asOf: LocalDate;
  /** Communes in which alerts would open. */
  readonly communes: number;
  readonly byRule: readonly (OpenedClosed & { readonly rule: string })[];
  readonly byCommune: readonly (OpenedClosed & { readonly communeCode: string | null })[];
  /** Codes of some cases that would get an alert. */
  readonly examples: readonly string[];
}

export function foldTrial(asOf: LocalDate, opened: readonly Counted[], closed: readonly Counted[], examples: readonly string[]): RuleTrial {
  const byRule = foldBy(opened, closed, ({ rule }) => rule);
  const byCommune = foldBy(opened, closed, ({ communeCode }) => communeCode);
  return {
    asOf,
    opens: sum(opened),
    closes: sum(closed),
    communes: byCommune.filter(([commune, { opens }]) => commune !== null && opens > 0).length,
    byRule: byRule.map(([rule, counts]) => ({ rule, ...counts })),
    byCommune: byCommune.map(([communeCode, counts]) => ({ communeCode, ...counts })),
    examples,
  };
}

const sum = (rows: readonly Counted[]): number => rows.reduce((all, { alerts }) => all + alerts, 0);

/** Most opened first. */
function foldBy<K extends string | null>(
  opened: readonly Counted[],
  closed: readonly Counted[],
  keyOf: (row: Counted) => K,
): [K, OpenedClosed][] {
  const folded = new Map<K, { opens: number; closes: number }>();
  const add = (row: Counted, what: 'opens' | 'closes') => {
    const counts = folded.get(keyOf(row)) ?? { opens: 0, closes: 0 };
    counts[what] += row.alerts;
    folded.set(keyOf(row), counts);
  };
  for (const row of opened) add(row, 'opens');
  for (const row of closed) add(row, 'closes');
  return [...folded].sort(([a, x], [b, y]) => y.opens - x.opens || y.closes - x.closes || ((a ?? '') < (b ?? '') ? -1 : 1));
}
