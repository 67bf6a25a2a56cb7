import type { NewDeskTask } from '@app/identity';
import type { LocalDate } from '@app/kernel';

/** The unit and month of a report; `communeCode` '': the consolidator of the province. */
export interface ReportOfMonth {
  readonly province: string;
  readonly communeCode: string;
  readonly month: LocalDate;
}

export const REPORT_DUE = 'REPORT_DUE';
export const REPORT_RETURNED = 'REPORT_RETURNED';

export const dueKey = ({ province, communeCode, month }: ReportOfMonth): string => `report-due:${communeCode || province}:${month}`;
export const returnedKey = (reportId: string): string => `report-returned:${reportId}`;

const onDesk = ({ province, communeCode }: ReportOfMonth) =>
  communeCode ? ({ desk: 'commune', province, commune: communeCode } as const) : ({ desk: 'centre', province } as const);
const monthText = (month: LocalDate): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`;

/** The report of a month that is over waits to be sent. */
export const dueTask = (report: ReportOfMonth, dueOn: LocalDate): NewDeskTask => ({
  ...onDesk(report),
  kind: REPORT_DUE,
  dedupeKey: dueKey(report),
  detail: { month: monthText(report.month) },
  dueOn,
});

/** A report came back; why stands in the report itself. */
export const returnedTask = (report: ReportOfMonth & { readonly id: string }): NewDeskTask => ({
  ...onDesk(report),
  kind: REPORT_RETURNED,
  dedupeKey: returnedKey(report.id),
  detail: { month: monthText(report.month), reportId: report.id },
});
