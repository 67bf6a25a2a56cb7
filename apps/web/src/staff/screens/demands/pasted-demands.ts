import { fold } from '../../../language/fold';
import { readDay } from '../../../language/read-day';
import { looksLikeHeader, readPaste } from '../../parts/sent-file/read-paste';

/** One line of a list of a school, an army unit or a fair: name, birth, sex, commune code, telephone, identity number. */
export interface PastedDemand {
  readonly fullName: string;
  readonly communeCode: string;
  readonly birthDate?: string;
  readonly birthPrecision?: 'Y' | 'YM' | 'YMD';
  readonly sex?: 'M' | 'F';
  readonly phone?: string;
  readonly citizenId?: string;
}

/** Cells find their field by what they look like; the order of columns does not matter. `unread`: lines without a name or a commune. */
export function readDemands(text: string, today: string, commune: string): { lines: PastedDemand[]; unread: number[] } {
  const lines: PastedDemand[] = [];
  const unread: number[] = [];
  for (const [i, cells] of readPaste(text).entries()) {
    if (!cells.some(Boolean) || (i === 0 && looksLikeHeader(cells) && cells.some((cell) => /ho.*ten|ngay sinh|cccd/.test(fold(cell)))))
      continue;
    const line = readLine(cells, today, commune);
    if (line) lines.push(line);
    else unread.push(i + 1);
  }
  return { lines, unread };
}

function readLine(cells: readonly string[], today: string, commune: string): PastedDemand | undefined {
  const found: { -readonly [K in keyof PastedDemand]?: PastedDemand[K] } = {};
  for (const cell of cells) {
    const digits = cell.replace(/[\s.'+-]/g, '');
    const day = readDay(cell, today, true);
    if (/^\d{12}$/.test(digits)) found.citizenId ??= digits;
    else if (/^\d{5}$/.test(digits)) found.communeCode ??= digits;
    else if (/^(0|84)\d{9}$/.test(digits)) found.phone ??= cell.trim();
    else if (day && /\d{4}|\//.test(cell))
      Object.assign(found, found.birthDate ? {} : { birthDate: day.day, birthPrecision: day.precision });
    else if (/^(nam|nu)$/.test(fold(cell))) found.sex ??= fold(cell) === 'nam' ? 'M' : 'F';
    else if (/^\p{L}[\p{L}\s']+$/u.test(cell.trim()) && cell.trim().includes(' ')) found.fullName ??= cell.trim();
  }
  const communeCode = found.communeCode ?? commune;
  return found.fullName && communeCode ? { ...found, fullName: found.fullName, communeCode } : undefined;
}
