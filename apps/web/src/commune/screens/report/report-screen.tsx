import { useState } from 'react';
import { call } from '../../../api/call';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-report.json';
import { today } from '../../device/clock';
import { ReadState } from '../../parts/read-state';
import { Link } from '../../router';
import { useRead } from '../../use-read';

const t = area('commune-report', vi);
const NUMBERS = ['asked', 'answered', 'inTime', 'visits', 'abroad', 'ending', 'unconfirmed', 'departed', 'returned', 'registered'] as const;

/** The month in numbers, ready to be read out or printed. */
export function Screen() {
  const [month, setMonth] = useState(() => today().slice(0, 7));
  const report = useRead(`report ${month}`, () => call('GET /api/v1/commune/report', { query: { month: `${month}-01` } }));
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
      {/* The numbers have their place before they come. */}
      <dl className="numbers" aria-busy={report.value === undefined}>
        {NUMBERS.map((name) => (
          <div key={name}>
            <dt>{t(`number.${name}`)}</dt>
            <dd>{report.value ? formatNumber(report.value[name]) : '–'}</dd>
          </div>
        ))}
      </dl>
      <div className="deeds no-print">
        <Link to="/so-theo-doi" className="main as-button">
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

function moved(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}
