import { foldText } from '@app/kernel';

/** A year's figure of exits; commune null: the whole province's. */
export interface Target {
  readonly communeCode: string | null;
  readonly exits: number;
}

/** One row of a file of targets as it was read. */
export interface TargetRow {
  readonly row: number;
  readonly place: string;
  readonly year: number;
  readonly exits: number;
}

export interface TargetFault {
  readonly row: number;
  readonly code: 'TARGET_NUMBER_WRONG' | 'TARGET_YEAR_WRONG' | 'TARGET_PLACE_UNKNOWN' | 'TARGET_TWICE';
  readonly message: string;
}

const COLUMNS: readonly (readonly [field: 'place' | 'year' | 'exits', words: RegExp])[] = [
  ['year', /^nam\b/],
  ['exits', /chi tieu|ke hoach|xuat canh|so lao dong|so nguoi/],
  ['place', /^(ma )?(xa|phuong|don vi|ten xa|ten don vi)/],
];

/** Reads a sheet whose header names commune, year and target in any order; lines above the header and total lines are passed over. Undefined: no header. */
export function readTargets(lines: readonly (readonly string[])[]): { rows: TargetRow[]; faults: TargetFault[] } | undefined {
  const head = lines.findIndex((line) => COLUMNS.every(([, words]) => line.some((cell) => words.test(foldText(cell)))));
  if (head < 0) return undefined;
  const at = Object.fromEntries(COLUMNS.map(([field, words]) => [field, lines[head]!.findIndex((cell) => words.test(foldText(cell)))]));
  const rows: TargetRow[] = [];
  const faults: TargetFault[] = [];
  for (const [i, line] of lines.entries()) {
    const place = (line[at.place!] ?? '').trim();
    if (i <= head || !place || /^(tong|cong)\b/.test(foldText(place))) continue;
    const [year, exits] = [line[at.year!] ?? '', line[at.exits!] ?? ''].map((cell) => Number(cell.replace(/[\s.]/g, '') || Number.NaN));
    if (!Number.isInteger(year) || year! < 2000 || year! > 2100)
      faults.push({ row: i + 1, code: 'TARGET_YEAR_WRONG', message: 'Năm phải từ 2000 đến 2100.' });
    else if (!Number.isInteger(exits) || exits! < 0 || exits! > 1_000_000)
      faults.push({ row: i + 1, code: 'TARGET_NUMBER_WRONG', message: 'Chỉ tiêu phải là số nguyên không âm.' });
    else rows.push({ row: i + 1, place, year: year!, exits: exits! });
  }
  return { rows, faults };
}
