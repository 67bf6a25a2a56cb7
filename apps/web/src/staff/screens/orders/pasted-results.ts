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

/** How lists write a result; without a word in the second column somebody is on a list of those who passed. */
const RESULTS: readonly (readonly [RegExp, Result])[] = [
  [/^(vang|khong den|bo thi)/, 'ABSENT'],
  [/^(khong|truot|rot|ko|x$|0$)/, 'FAILED'],
  [/^(dat|do|trung tuyen|dau|v$|x dat|1$|$)/, 'PASSED'],
];
const REASONS: readonly (readonly [RegExp, Reason])[] = [
  [/suc khoe|kham/, 'HEALTH'],
  [/ngoai ngu|tieng|topik|jlpt/, 'LANGUAGE'],
  [/tay nghe|ky nang/, 'SKILL'],
  [/phong van/, 'INTERVIEW'],
  [/tuoi/, 'AGE'],
  [/du (nguoi|so)|het cho/, 'FULL'],
  [/thi|diem|kiem tra/, 'TEST'],
];

/** Lines of a list as pasted from a sheet; undefined where a line cannot be read. */
export function readResults(text: string): { lines: PastedResult[]; unread: number[] } {
  const rows = readPaste(text).filter((cells) => cells.some(Boolean));
  const lines: PastedResult[] = [];
  const unread: number[] = [];
  for (const [i, cells] of rows.entries()) {
    const ref = (cells[0] ?? '').replace(/[\s.'"]/g, '').toUpperCase();
    const named = /^([0-9A-Z]{10}|\d{12})$/.test(ref);
    if (i === 0 && !named && (looksLikeHeader(cells) || /^(ma|so|cccd|ho so)/.test(fold(cells[0] ?? '')))) continue;
    const said = fold(cells[1] ?? '');
    const result = RESULTS.find(([words]) => words.test(said))?.[1];
    if (!result || !named) unread.push(i + 1);
    else
      lines.push({
        ref,
        result,
        ...(result === 'PASSED' ? {} : { reason: reasonOf(cells[2] ?? '') }),
        ...(cells[3] && { score: cells[3] }),
      });
  }
  return { lines, unread };
}

function reasonOf(text: string): Reason {
  const said = fold(text);
  return REASONS.find(([words]) => words.test(said))?.[1] ?? 'OTHER';
}
