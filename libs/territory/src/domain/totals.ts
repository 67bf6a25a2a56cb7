import { isInForce, type UnitLevel } from './unit';
import type { UnitDraft, UnitFault } from './unit-file';

/** How many units a file of the whole country must hold on a day. */
export type TotalsOfFullFile = readonly { readonly day: string; readonly level: UnitLevel; readonly count: number }[];

/** The last day of the 63 provinces and the first of the 34 (Resolution 202/2025/QH15 and those of each province). */
export const NATIONAL_TOTALS: TotalsOfFullFile = [
  { day: '2025-06-30', level: 'province', count: 63 },
  { day: '2025-06-30', level: 'district', count: 696 },
  { day: '2025-06-30', level: 'commune', count: 10_035 },
  { day: '2025-07-01', level: 'province', count: 34 },
  { day: '2025-07-01', level: 'district', count: 0 },
  { day: '2025-07-01', level: 'commune', count: 3_321 },
];

const NAMES: Readonly<Record<UnitLevel, string>> = { province: 'tỉnh', district: 'huyện', commune: 'xã' };

export function checkTotals(units: readonly UnitDraft[], totals: TotalsOfFullFile, faults: UnitFault[]): void {
  for (const { day, level, count } of totals) {
    const given = units.filter((unit) => unit.level === level && isInForce(unit, day)).length;
    if (given !== count)
      faults.push({
        file: 'units.csv',
        line: 1,
        column: 'level',
        value: level,
        message: `ngày ${day} phải có ${count} đơn vị cấp ${NAMES[level]}, tệp có ${given}`,
      });
  }
}
