import { type FormEvent, useState } from 'react';
import { call, newKey, OfflineProblem } from '../../../api/call';
import type { CommuneReportResponse } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-report.json';
import { problemText } from '../../parts/problem-text';
import { useDraft } from '../../use-draft';
import { readAgain } from '../../use-read';
import { figureName } from './report-figures';

const t = area('commune-report', vi);
const MARKET = /\.market\./;

/** Remark and the one button. Nothing to send (sent and unchanged, month still running): no form. */
export function ReportForm({ report }: { report: CommuneReportResponse }) {
  const { month, communeCode, version, state, restated } = report;
  const [{ remark }, change, forget] = useDraft(`report ${month} ${communeCode} ${version}`, { remark: report.remark });
  const [key] = useState(newKey);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const standing = state !== 'draft' && state !== 'returned';
  if (!report.over) return null;
  if (standing && restated.length === 0)
    return <p className="badge sent">{t('sent', { month: `${month.slice(5, 7)}/${month.slice(0, 4)}` })}</p>;
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      await call('POST /api/v1/commune/report', { body: { month, communeCode, remark: remark.trim() }, key });
      forget();
      readAgain();
    } catch (error) {
      setProblem(error instanceof OfflineProblem ? t('needsSignal') : problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="no-print" onSubmit={(event) => void send(event)}>
      {standing && (
        <>
          <p>{t('restated')}</p>
          <ul>
            {restated.map(({ indicator, sent, now }) => (
              <li key={indicator}>
                {t('restatedLine', {
                  name: figureName(indicator, MARKET.test(indicator) ? indicator.slice(-2) : null),
                  sent: formatNumber(sent),
                  now: formatNumber(now),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <label>
        {t('remark')}
        <textarea rows={5} maxLength={4000} required value={remark} onChange={(event) => change({ remark: event.target.value })} />
      </label>
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
      <div className="deeds">
        <button type="submit" className="main" disabled={busy}>
          {t(busy ? 'sending' : standing ? 'sendAgain' : 'send')}
        </button>
      </div>
    </form>
  );
}
