import type { CommuneReportResponse } from '../../../api/schema';
import { formatNumber, formatPercent } from '../../../language/format';
import { area, language } from '../../../language/words';
import vi from '../../../language/vi/commune-report.json';
import figures from '../../../language/vi/report-figures.json';
import { marketName } from '../../parts/question';

const t = area('commune-report', vi);
const nameOf = area('report-figures', figures);
type Name = keyof typeof figures;
/** Parts of the line above them. */
const PARTS = /^exits\.(women|ethnic|poor|nearPoor|discharged|seasonal|untrained)$|^returned\.(onTime|early|other)$|^ended\.unconfirmed$/;

export const figureName = (indicator: string, market: string | null): string =>
  market === null ? nameOf(indicator as Name) : marketName(market, language());

/** The numbers of the form, one a line, parts set in; a part that is nought is left out on the small screen. */
export function ReportFigures({ report }: { report: CommuneReportResponse | undefined }) {
  const lines = report?.figures.filter(({ indicator, value, market }) => value > 0 || !(market !== null || PARTS.test(indicator))) ?? [];
  const exits = report?.figures.find(({ indicator }) => indicator === 'exits.year')?.value ?? 0;
  return (
    <dl className="figure-lines" aria-busy={report === undefined}>
      {report?.target != null && report.target > 0 && (
        <div>
          <dt>{t('target')}</dt>
          <dd>
            {t('ofTarget', {
              actual: formatNumber(exits),
              target: formatNumber(report.target),
              percent: formatPercent(exits / report.target),
            })}
          </dd>
        </div>
      )}
      {lines.map(({ indicator, value, market }) => (
        <div key={indicator} className={market !== null || PARTS.test(indicator) ? 'figure-part' : undefined}>
          <dt>{figureName(indicator, market)}</dt>
          <dd>{formatNumber(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
