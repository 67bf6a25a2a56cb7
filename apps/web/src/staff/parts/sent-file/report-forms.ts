import { area } from '../../../language/words';
import vi from '../../../language/vi/bulk-report.json';
import type { ImportKind } from './reading';

const t = area('bulk-report', vi);

export type ReportKind = Exclude<ImportKind, 'register'>;

/** Columns of each form, in the order they are pasted: the field the importer knows, and what it is called on the screen. */
const FORMS: Readonly<Record<ReportKind, readonly string[]>> = {
  departures: ['key', 'fullName', 'exitDate', 'contractEnd', 'market', 'notes'],
  returns: ['key', 'fullName', 'returnDate', 'returnType', 'notes'],
  extensions: ['key', 'fullName', 'extendedTo', 'signedOn', 'notes'],
  absences: ['key', 'fullName', 'noticedOn', 'lastSeenOn', 'notes'],
  certificates: ['key', 'fullName', 'certificateDate', 'certificateNo', 'notes'],
};

export const REPORT_KINDS = Object.keys(FORMS) as ReportKind[];
export const isReportKind = (word: string | undefined): word is ReportKind => REPORT_KINDS.includes(word as ReportKind);
export const formFields = (kind: ReportKind): readonly string[] => FORMS[kind];
export const columnWords = (kind: ReportKind): string[] => FORMS[kind].map((field) => t(`column.${field}` as 'column.key'));
