import type { MonthlyReportRule } from './report-period';

export interface UnitExits {
  readonly communeCode: string;
  readonly name: string;
  readonly exits: number;
  readonly before: number;
}

/** Units whose exits fell so much against the period before that somebody should say whether it is true. */
export function bigFalls(units: readonly UnitExits[], { fallPercent, fallFrom }: MonthlyReportRule): UnitExits[] {
  return units
    .filter(({ exits, before }) => before >= fallFrom && (before - exits) * 100 >= fallPercent * before)
    .sort((a, b) => b.before - b.exits - (a.before - a.exits) || (a.communeCode < b.communeCode ? -1 : 1));
}
