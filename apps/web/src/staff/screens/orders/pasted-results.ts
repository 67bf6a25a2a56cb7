import { fold } from '../../../language/fold';
import { looksLikeHeader, readPaste } from '../../parts/sent-file/read-paste';

export type Result = 'PASSED' | 'FAILED' | 'ABSENT';
export type Reason = 'TEST' | 'INTERVIEW' | 'HEALTH' | 'AGE' | 'LANGUAGE' | 'SKILL' | 'FULL' | 'OTHER';

/** One line of a pasted result list: whom, what, why, how many points. */
export interface PastedResult {
  readonly ref: string;
  readonly result: Result;
  readonly reason?: Reason;
  readonly score?: string;
}

/**
 * How lists write a result. Only who did not pass may have more words behind: "đạt" and "đỗ" begin names and other sentences ("Đỗ Văn An", "Đặt cọc"),
 * and "Vàng" is a family, not an absence.
 */
const RESULTS: readonly (readonly [RegExp, Result])[] = [
  [/^(vang( mat| thi)?( (co|khong) (phep|ly do))?|bo thi|khong (den|du thi|tham gia)(?=\s|$).*)$/, 'ABSENT'],
  [/^(khong|((khong|ko|chua) (dat|do|dau|trung tuyen)|truot|rot)(?=\s|$).*)$/, 'FAILED'],
  [/^(x )?(dat( yeu cau)?|do|dau|trung tuyen)$/, 'PASSED'],
];
/** Marks stand for a result only where the result stands, never among points and numbers. */
const MARKS: ReadonlyMap<string, Result> = new Map([
  ['v', 'PASSED'],
  ['1', 'PASSED'],
  ['0', 'FAILED'],
]);
const REASONS: readonly (readonly [RegExp, Reason])[] = [
  [/suc khoe|kham/, 'HEALTH'],
  [/ngoai ngu|tieng|topik|jlpt/, 'LANGUAGE'],
  [/tay nghe|ky nang/, 'SKILL'],
  [/phong van/, 'INTERVIEW'],
  [/tuoi/, 'AGE'],
  [/du (nguoi|so)|het cho/, 'FULL'],
  [/thi|diem|kiem tra/, 'TEST'],
];
const NUMBER = /^\d+([.,]\d+)?$/;

/** Lines of a list as pasted from a sheet, by its header where it has one; `unread`: lines that say no result, or of nobody. */
export function readResults(text: string): { lines: PastedResult[]; unread: number[] } {
  const lines: PastedResult[] = [];
  const unread: number[] = [];
  let header: readonly string[] | undefined;
  for (const [i, cells] of readPaste(text).entries()) {
    if (!cells.some(Boolean)) continue;
    const at = cells.findIndex((cell) => refOf(cell) !== undefined);
    const top = lines.length === 0 && at < 0 && looksLikeHeader(cells) ? cells.map(fold) : undefined;
    if (top?.some((name) => /^(ma|so|cccd|can cuoc|ho so)(?=\s|$)|ket qua/.test(name))) {
      header = top;
      // What stands above a header is the title of the list.
      unread.length = 0;
    } else {
      const line = at < 0 ? undefined : readLine(refOf(cells[at]!)!, cells, at, header);
      if (line) lines.push(line);
      else unread.push(i + 1);
    }
  }
  return { lines, unread };
}

/** An identity number, also without the zero that Excel drops, or a case code: ten letters and figures in one piece. */
function refOf(cell: string): string | undefined {
  const ref = cell.replace(/[\s.'"]/g, '').toUpperCase();
  if (/^[1-9]\d[0-3]\d{8}$/.test(ref)) return `0${ref}`;
  return /^\d{12}$/.test(ref) || (/^[0-9A-Z]{10}$/.test(ref) && !/\s/.test(cell.trim())) ? ref : undefined;
}

function readLine(ref: string, cells: readonly string[], at: number, header: readonly string[] | undefined): PastedResult | undefined {
  const column = header?.findIndex((name) => name.includes('ket qua')) ?? -1;
  const place = column >= 0 ? column : lastResult(cells, at);
  const rest = cells.slice(at + 1).filter(Boolean);
  // A bare list of numbers is a list of those who passed.
  if (rest.length === 0 && column < 0) return { ref, result: 'PASSED' };
  const result = resultOf(cells[place] ?? '') ?? (place === column || place === at + 1 ? MARKS.get(fold(cells[place] ?? '')) : undefined);
  const behind = cells.slice(place + 1).filter(Boolean);
  const words = behind.filter((cell) => !NUMBER.test(cell));
  // Behind "đạt" nothing but points may stand: other words are of another column, and the "đạt" is perhaps a name.
  if (!result || (column < 0 && result === 'PASSED' && words.length > 0)) return undefined;
  const named = (pattern: RegExp) => cells[header?.findIndex((name) => pattern.test(name)) ?? -1];
  const score = header ? named(/^diem|tong diem/) : behind.find((cell) => NUMBER.test(cell));
  const why = (header && named(/ly do|ghi chu/)) || [cells[place], ...words].join(' ');
  return { ref, result, ...(result === 'PASSED' ? {} : { reason: reasonOf(why) }), ...(score && { score }) };
}

/** The last cell behind the person that is a result word; else the next cell. */
function lastResult(cells: readonly string[], at: number): number {
  const place = cells.findLastIndex((cell, i) => i > at && resultOf(cell) !== undefined);
  return place < 0 ? at + 1 : place;
}

function resultOf(cell: string): Result | undefined {
  if (/^vàng(?=\s|$)/.test(cell.trim().normalize('NFC').toLowerCase())) return undefined;
  const said = fold(cell.trim());
  return RESULTS.find(([words]) => words.test(said))?.[1];
}

function reasonOf(text: string): Reason {
  const said = fold(text);
  return REASONS.find(([words]) => words.test(said))?.[1] ?? 'OTHER';
}
