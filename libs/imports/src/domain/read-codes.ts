import { foldOnce } from './fold-once';
import { type Cell, cellText, isBlank } from './cell';
import { daySerial } from './read-date';
import WRITTEN_FORMS from './written-forms.json';

type List = Exclude<keyof typeof WRITTEN_FORMS, 'marketGroups' | 'needsEvidence'>;

const INDEX = new Map<List, ReadonlyMap<string, string>>();
for (const list of Object.keys(WRITTEN_FORMS) as List[])
  if (!['marketGroups', 'needsEvidence'].includes(list))
    INDEX.set(
      list,
      new Map(
        Object.entries(WRITTEN_FORMS[list]).flatMap(([code, forms]) =>
          forms.flatMap(
            (form) =>
              [
                [form, code],
                [form.replaceAll(' ', ''), code],
              ] as [string, string][],
          ),
        ),
      ),
    );

/** Code of a written form, exactly after folding; `''` = means "none of them"; undefined = unknown words. */
export function readCodeWord(list: List, cell: Cell | undefined): string | undefined {
  const text = cellText(cell);
  if (text === '') return undefined;
  const folded = foldOnce(text);
  const index = INDEX.get(list)!;
  return index.get(folded) ?? index.get(folded.replaceAll(' ', ''));
}

export type MarketReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'market'; readonly code: string }
  | { readonly kind: 'unclear'; readonly candidates: readonly string[] };

/** One country, or the countries the words could mean. */
export function readMarket(cell: Cell | undefined): MarketReading {
  if (isBlank(cell) || /^[-–—.…\s]*$/.test(cellText(cell))) return { kind: 'none' };
  const one = readCodeWord('market', cell) ?? readCodeWord('market', cellText(cell).replace(/\([^)]*\)/g, ''));
  if (one) return { kind: 'market', code: one };
  const folded = foldOnce(cellText(cell));
  // "Mỹ" is America by its mark alone; without it the code of Malaysia is the same word.
  if (folded === 'my' || folded === 'nuoc my')
    return /mỹ/iu.test(cellText(cell).normalize('NFC')) ? { kind: 'market', code: 'US' } : { kind: 'unclear', candidates: ['US', 'MY'] };
  if (/^(chua xac dinh|chua ro|chua chon|khong ro)$/.test(folded)) return { kind: 'none' };
  const group = (WRITTEN_FORMS.marketGroups as Record<string, string[]>)[folded];
  const parts = cellText(cell)
    .split(/[,;/+]|\bhoặc\b|\bhoac\b|\bvà\b|\s-\s/i)
    .map((part) => readCodeWord('market', part))
    .filter((code): code is string => Boolean(code));
  const named = [...new Set(group ?? parts)];
  if (!group && named.length === 1 && /^[^,;/+]*$/.test(cellText(cell)) && !/hoặc|hoac/i.test(cellText(cell)))
    return { kind: 'unclear', candidates: named };
  return named.length === 1 && !group ? { kind: 'market', code: named[0]! } : { kind: 'unclear', candidates: named };
}

/** "DTTS, Bộ đội xuất ngũ" → codes; unknown words are told apart. */
export function readPriorityGroups(cell: Cell | undefined): { codes: string[]; unknown: string[] } {
  const codes: string[] = [];
  const unknown: string[] = [];
  for (const part of cellText(cell).split(/[,;/+\n]|\s-\s|\bvà\b/)) {
    if (foldOnce(part) === '' || /^[-–—.\s]*$/.test(part) || /^(khong|ko)$/.test(foldOnce(part))) continue;
    const code = readCodeWord('priority', part);
    if (code && !codes.includes(code)) codes.push(code);
    else if (!code) unknown.push(part.trim());
  }
  return { codes, unknown };
}

export interface EducationReading {
  readonly code: string | null;
  readonly becameDate?: boolean;
  readonly unknown?: boolean;
}

/** "9/12", "THCS", "Cao đẳng"; a school class that a spreadsheet turned into a date is turned back (9 December → 9/12). */
export function readEducation(cell: Cell | undefined, date1904 = false): EducationReading {
  if (isBlank(cell) || cell === null || cell === undefined) return { code: null };
  if (typeof cell === 'object' && cell[0] === 'd') {
    const day = daySerial(cell[1], date1904);
    const [d, m] = day ? [Number(day.slice(8)), Number(day.slice(5, 7))] : [0, 0];
    const classOf = m === 12 ? d : d === 12 ? m : 0;
    return { code: classOf > 0 && classOf <= 12 ? ofClass(classOf, 12) : null, becameDate: true };
  }
  const text = cellText(cell).trim();
  const school = /^(?:lớp\s*)?(\d{1,2})\s*(?:\/\s*(10|12))?$/i.exec(text);
  if (school) return { code: ofClass(Number(school[1]), Number(school[2] ?? 12)) };
  const code = readCodeWord('education', text) ?? readCodeWord('education', text.replace(/\s*[(,;].*$/, ''));
  return code ? { code } : { code: null, unknown: foldOnce(text) !== '' };
}

/** Highest level a pupil of this class has finished or is in, in the systems of twelve and of ten classes. */
function ofClass(grade: number, of: number): string | null {
  if (grade < 1 || grade > of) return null;
  if (of === 10) return grade <= 4 ? 'PRIMARY' : grade <= 7 ? 'LOWER_SECONDARY' : 'UPPER_SECONDARY';
  return grade <= 5 ? 'PRIMARY' : grade <= 9 ? 'LOWER_SECONDARY' : 'UPPER_SECONDARY';
}

export type StatusReading = {
  readonly stage: string | null;
  readonly returnType: string | null;
  readonly evidence: boolean;
  readonly unknown: boolean;
};

/** What a status word claims. It is not evidence: dates decide, the words are kept. */
export function readStatus(cell: Cell | undefined): StatusReading {
  const folded = foldOnce(cellText(cell));
  if (folded === '') return { stage: null, returnType: null, evidence: false, unknown: false };
  if (
    WRITTEN_FORMS.needsEvidence.some((form) => folded === form || new RegExp(`(^| )${form}( |$)`).test(folded)) &&
    !readCodeWord('status', folded)
  )
    return { stage: null, returnType: null, evidence: true, unknown: false };
  const stage = readCodeWord('status', folded) ?? null;
  const returnType = readCodeWord('returnType', folded.replace(/^(da )?(ve nuoc |ve )/, '')) ?? null;
  return { stage, returnType: stage === 'RETURNED' ? returnType : null, evidence: false, unknown: stage === null };
}

const NOTES: readonly [RegExp, string][] = [
  [/\b(chet|tu vong|da mat|qua doi|tu nan)\b/, 'DECEASED'],
  [/\b(bo tron|bo hop dong|bo viec|bo ra ngoai|ra ngoai lam|tron o lai|bat hop phap|bo hd)\b/, 'ABSCONDED'],
  [/\b(ket hon|chuyen tu cach luu tru|dinh cu|lay chong nguoi|lay vo nguoi|the vinh tru|vinh tru)\b/, 'LAWFUL_STAY'],
  [/\b(rut ho so|xin rut|khong di nua|huy ho so|bo khong di|khong tham gia nua|thoi khong di)\b/, 'WITHDRAWN'],
  [/\b(mat lien lac|mat tich|khong lien lac duoc)\b/, 'MISSING'],
  [/\b(da ve nuoc|ve nuoc roi|bi truc xuat|da ve nha)\b/, 'RETURNED'],
];

/** What the words of a note would change if they were believed. */
export function noteMeans(note: string | null): string | null {
  const folded = foldOnce(note ?? '');
  return NOTES.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}
