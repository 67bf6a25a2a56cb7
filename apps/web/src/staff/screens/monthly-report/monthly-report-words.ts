import type { ReportBoardResponse } from '../../../api/schema';
import figures from '../../../language/vi/report-figures.json';
import vi from '../../../language/vi/monthly-report.json';
import { area } from '../../../language/words';

export const t = area('monthly-report', vi);
export const nameOf = area('report-figures', figures);
export type FigureName = keyof typeof figures;
export type Figure = ReportBoardResponse['figures'][number];

/** Parts of the line above them: set in. */
export const isPart = ({ indicator, market }: Pick<Figure, 'indicator' | 'market'>): boolean =>
  market !== null ||
  /^exits\.(women|ethnic|poor|nearPoor|discharged|seasonal|untrained)$|^returned\.(onTime|early|other)$|^ended\.unconfirmed$/.test(
    indicator,
  );

/** yyyy-mm-01 so many months away. */
export function monthsFrom(month: string, by: number): string {
  const date = new Date(`${month.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 10);
}
export const monthText = (month: string): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`;
