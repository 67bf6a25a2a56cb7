import { addMonths, foldText, type LocalDate } from '@app/kernel';
import { aside, issue, type Issue, type Warning, warning } from './issue';
import type { ReportKind } from './match-columns';
import type { ReportEntry } from './read-case-reports';

/** What is known of the case a line speaks of. */
export interface ReportedCase {
  readonly fullName: string;
  readonly stage: string;
  readonly market: string | null;
  readonly contractSigned: LocalDate | null;
  readonly departedOn: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  readonly contractEnd: LocalDate | null;
  readonly termMonths: number | null;
  readonly hasCertificate: boolean;
  /** Day of the certificate of orientation that counts today. */
  readonly certificateOn: LocalDate | null;
  readonly hasContract: boolean;
}

export interface ReportJudgement {
  readonly issue?: Issue;
  readonly warnings: readonly Warning[];
  /** What is new; an exit and a return may come in one line. */
  readonly news: readonly ReportedFact[];
}

export type ReportedFact = 'exit' | 'return' | 'extension' | 'absence' | 'certificate';

/** Stages after which nothing more is reported. */
export const OVER = ['RETURNED', 'CLOSED', 'DECEASED', 'WITHDRAWN', 'NOT_SENT', 'REJECTED'];

type Stop = (code: Issue['code'], verdict: Issue['verdict'], field: string, more?: string) => ReportJudgement;

/**
 * Holds a reported line against the case: name first, then dates, then what the case already says. Papers that are missing do not hide that
 * somebody left: the report goes in with the reasons shown, and casework opens the gap.
 */
export function judgeCaseReport(kind: ReportKind, entry: ReportEntry, known: ReportedCase): ReportJudgement {
  const { values: v, row } = entry;
  const stop: Stop = (code, verdict, field, more = '') => ({
    issue: issue(row, code, verdict, entry.letter(field), valueOf(v[(field === 'extendedTo' ? 'newEnd' : field) as keyof typeof v]), more),
    warnings: [],
    news: [],
  });
  if (v.fullName && nameKey(v.fullName) !== nameKey(known.fullName)) return stop('NAME_MISMATCH', 'refuse', 'fullName');
  if (kind === 'extensions') return judgeExtension(entry, known, stop);
  if (kind === 'absences') return judgeAbsence(entry, known, stop);
  if (kind === 'certificates') return judgeCertificate(entry, known, stop);
  return judgeJourney(entry, known, stop);
}

/** A later end of the contract of somebody who is away. */
function judgeExtension({ values: v, letter }: ReportEntry, known: ReportedCase, stop: Stop): ReportJudgement {
  const field = letter('extendedTo') ? 'extendedTo' : 'contractEnd';
  const now = known.contractEnd ? aside('NOW', shown(known.contractEnd)) : '';
  if (!known.departedOn) return stop('BEFORE_EXIT', 'refuse', field);
  if (known.returnedOn || OVER.includes(known.stage)) return stop('CASE_STATE', 'refuse', field);
  if (v.newEnd === known.contractEnd) return stop('NO_CHANGE', 'duplicate', field, now);
  if (known.contractEnd && v.newEnd! < known.contractEnd) return stop('EXTENSION_NOT_LATER', 'refuse', field, now);
  return { warnings: [], news: ['extension'] };
}

/** Somebody who left the workplace; neutral words, no conclusion. */
function judgeAbsence({ values: v }: ReportEntry, known: ReportedCase, stop: Stop): ReportJudgement {
  if (!known.departedOn || v.noticedOn! < known.departedOn) return stop('BEFORE_EXIT', 'refuse', 'noticedOn');
  if (known.stage === 'ABSCONDED') return stop('NO_CHANGE', 'duplicate', 'noticedOn');
  if (known.returnedOn || OVER.includes(known.stage)) return stop('CASE_STATE', 'refuse', 'noticedOn');
  return { warnings: [], news: ['absence'] };
}

/** A certificate of orientation of somebody who has not left; a later one takes the place of one that no longer serves. */
function judgeCertificate({ values: v }: ReportEntry, known: ReportedCase, stop: Stop): ReportJudgement {
  if (known.departedOn || known.returnedOn || OVER.includes(known.stage)) return stop('CASE_STATE', 'refuse', 'certificateDate');
  if (v.certificateDate === known.certificateOn) return stop('NO_CHANGE', 'duplicate', 'certificateDate');
  return { warnings: [], news: ['certificate'] };
}

function judgeJourney(entry: ReportEntry, known: ReportedCase, stop: Stop): ReportJudgement {
  const { values: v, row } = entry;
  const exitKnown = v.exitDate !== null && known.departedOn === v.exitDate;
  if (v.exitDate && known.contractSigned && v.exitDate < known.contractSigned)
    return stop('EXIT_BEFORE_CONTRACT', 'refuse', 'exitDate', aside('SIGNED_ON', shown(known.contractSigned)));
  if (v.exitDate && !exitKnown) {
    if (known.returnedOn || OVER.includes(known.stage)) return stop('CASE_STATE', 'refuse', 'exitDate');
    if (known.departedOn) return stop('EXIT_DATE_DIFFERS', 'ask', 'exitDate', aside('NOW', shown(known.departedOn)));
  }
  if (v.market && known.market && v.market !== known.market) return stop('MARKET_DIFFERS', 'ask', 'market');
  const backKnown = v.returnDate !== null && known.returnedOn === v.returnDate;
  if (v.returnDate && !backKnown) {
    if (known.returnedOn || OVER.includes(known.stage)) return stop('CASE_STATE', 'refuse', 'returnDate');
    const left = v.exitDate ?? known.departedOn;
    if (!left || v.returnDate < left) return stop('RETURN_BEFORE_EXIT', 'refuse', 'returnDate');
  }
  const exit = v.exitDate !== null && !exitKnown;
  const back = v.returnDate !== null && !backKnown;
  const newEnd = exitKnown && v.contractEnd !== null && known.contractEnd === null;
  if (!exit && !back && !newEnd) return stop('NO_CHANGE', 'duplicate', v.exitDate ? 'exitDate' : 'returnDate');
  const warnings: Warning[] = [];
  if (exit && !known.hasCertificate) warnings.push(warning(row, 'CERTIFICATE_MISSING', null));
  if (exit && !known.hasContract) warnings.push(warning(row, 'CONTRACT_MISSING', null));
  if (v.contractStart && v.contractEnd && known.termMonths && !aboutMonths(v.contractStart, v.contractEnd, known.termMonths))
    warnings.push(
      warning(row, 'TERM_DIFFERS', entry.letter('contractEnd'), shown(v.contractEnd), aside('MONTHS_OF_CASE', known.termMonths)),
    );
  return { warnings, news: [...(exit || newEnd ? (['exit'] as const) : []), ...(back ? (['return'] as const) : [])] };
}

/** Names are compared without marks, capitals and blanks; anything more is another name. */
export function nameKey(name: string): string {
  return foldText(name).replaceAll(' ', '');
}

function aboutMonths(start: LocalDate, end: LocalDate, months: number): boolean {
  return end >= addMonths(start, months - 1) && end <= addMonths(start, months + 1);
}

function shown(day: LocalDate): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

function valueOf(value: string | null): string | null {
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? shown(value as LocalDate) : value;
}
