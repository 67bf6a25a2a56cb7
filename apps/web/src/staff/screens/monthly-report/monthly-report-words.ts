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

export const monthText = (month: string): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`;
