import { addMonths, foldText, type LocalDate } from '@app/kernel';
import { issue, type Issue, type Verdict, type Warning, warning } from './issue';
import type { DepartureEntry } from './read-departures';

/** What is known of the case a line speaks of. */
export interface DepartureCase {
  readonly fullName: string;
  readonly stage: string;
  readonly market: string | null;
  readonly contractSigned: LocalDate | null;
  readonly departedOn: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  readonly contractEnd: LocalDate | null;
  readonly termMonths: number | null;
  readonly hasCertificate: boolean;
  readonly hasContract: boolean;
}

export interface DepartureJudgement {
  readonly issue?: Issue;
  readonly warnings: readonly Warning[];
  /** What is new: the exit, the return, both. */
  readonly exit: boolean;
  readonly back: boolean;
}

const OVER = ['RETURNED', 'CLOSED', 'DECEASED', 'WITHDRAWN', 'NOT_SENT', 'REJECTED'];

/**
 * Holds a reported departure or return against the case: name first, then dates, then what the case already says. Papers that are missing do
 * not hide that somebody left: the report goes in with the reasons shown, and casework opens the gap.
 */
export function judgeDeparture(entry: DepartureEntry, known: DepartureCase): DepartureJudgement {
  const { values: v, row } = entry;
  const stop = (
    code: Issue['code'],
    verdict: Exclude<Verdict, 'create' | 'update' | 'unchanged'>,
    field: string,
    extra = '',
  ): DepartureJudgement => ({
    issue: issue(row, code, verdict, entry.letter(field), valueOf(v[field as keyof typeof v]), extra),
    warnings: [],
    exit: false,
    back: false,
  });
  if (v.fullName && nameKey(v.fullName) !== nameKey(known.fullName)) return stop('NAME_MISMATCH', 'refuse', 'fullName');
  const exitKnown = v.exitDate !== null && known.departedOn === v.exitDate;
  if (v.exitDate && known.contractSigned && v.exitDate < known.contractSigned)
    return stop('EXIT_BEFORE_CONTRACT', 'refuse', 'exitDate', `Hợp đồng ký ngày ${shown(known.contractSigned)}.`);
  if (v.exitDate && !exitKnown) {
    if (known.returnedOn || OVER.includes(known.stage)) return stop('CASE_STATE', 'refuse', 'exitDate');
    if (known.departedOn) return stop('EXIT_DATE_DIFFERS', 'ask', 'exitDate', `Đang ghi ${shown(known.departedOn)}.`);
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
    warnings.push(warning(row, 'TERM_DIFFERS', entry.letter('contractEnd'), shown(v.contractEnd), `Hồ sơ ghi ${known.termMonths} tháng.`));
  return { warnings, exit: exit || newEnd, back };
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
