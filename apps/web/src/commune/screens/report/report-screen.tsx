import { useState } from 'react';
import { call } from '../../../api/call';
import type { CommuneReportResponse } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-report.json';
import { today } from '../../device/clock';
import { ReadState } from '../../parts/read-state';
import { Link } from '../../router';
import { useRead } from '../../use-read';
import { ReportFigures } from './report-figures';
import { ReportForm } from './report-form';

const t = area('commune-report', vi);

/** The month, filled in: read it, change the remark, send it. The newest month that is over comes first: it is the one that is due. */
export function Screen() {
  const [month, setMonth] = useState(() => moved(today().slice(0, 7), -1));
  const [commune, setCommune] = useState('');
  const report = useRead(`report ${month} ${commune}`, () =>
    call('GET /api/v1/commune/report', { query: { month: `${month}-01`, ...(commune && { communeCode: commune }) } }),
  );
  const value = report.value;
  return (
    <div className="sheet">
      <div className="row no-print">
        <button type="button" className="plain" onClick={() => setMonth(moved(month, -1))}>
          {t('earlier')}
        </button>
        <strong aria-live="polite">{t('month', { month: `${month.slice(5)}/${month.slice(0, 4)}` })}</strong>
        <button type="button" className="plain" disabled={month >= today().slice(0, 7)} onClick={() => setMonth(moved(month, 1))}>
          {t('later')}
        </button>
      </div>
      {report.error !== undefined && <ReadState read={report} />}
      {value && value.communes.length > 1 && (
        <label>
          {t('commune')}
          <select value={value.communeCode} onChange={(event) => setCommune(event.currentTarget.value)}>
            {value.communes.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {/* What stands above the numbers keeps its height while it is on the way. */}
      <p className={value?.state === 'returned' ? 'note tone-urgent' : 'note report-state'}>{value ? stateText(value) : '…'}</p>
      <ReportFigures report={value} />
      {value && <ReportForm key={`${month} ${value.communeCode} ${value.version} ${value.state}`} report={value} />}
      <h2>{t('inMonth')}</h2>
      <dl className="numbers" aria-busy={value === undefined}>
        {(['asked', 'answered', 'inTime'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`number.${name}`)}</dt>
            <dd>{value ? formatNumber(value[name]) : '–'}</dd>
          </div>
        ))}
      </dl>
      <div className="deeds no-print">
        <Link to="/so-theo-doi" className="second as-button">
          {t('printRegister')}
        </Link>
        <Link to="/ban-giao" className="second as-button">
          {t('handOver')}
        </Link>
        <button type="button" className="second" onClick={() => print()}>
          {t('printMonth')}
        </button>
      </div>
    </div>
  );
}

function stateText({ state, version, sentOn, decisionNote, over, late, dueOn, to, from }: CommuneReportResponse): string {
  const window = t('window', { from: formatDay(from), to: formatDay(to) });
  const said = t(`state.${state as 'draft'}`, { version, day: formatDay(sentOn), note: decisionNote ?? '' });
  if (!over) return `${window}. ${t('running', { day: formatDay(dayAfter(to)) })}`;
  if (state !== 'draft') return `${window}. ${said}.`;
  return `${window}. ${said}. ${t(late ? 'lateNow' : 'due', { day: formatDay(dueOn) })}.`;
}

function moved(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
