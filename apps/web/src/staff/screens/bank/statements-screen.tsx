import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { call, upload } from '../../../api/call';
import type { ImportReportResponse } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/bank.json';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { TableHead } from '../../parts/plain-table';
import { TakeBack } from '../../parts/take-back';
import { useDeed } from '../../parts/use-deed';
import { ClosingMonths } from './closing-months';
import '../loans/loans.css';

const t = area('bank', vi);

/** A bank office sends its statement and sees at once what fits and what does not. */
export function Screen() {
  const queries = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [report, setReport] = useState<ImportReportResponse>();
  const statements = useQuery({ queryKey: ['statements'], queryFn: ({ signal }) => call('GET /api/v1/bank/statements', { signal }) });
  const send = useDeed(async (file: File, key) => {
    const form = new FormData();
    form.append('kind', 'bank');
    form.append('file', file);
    return upload('POST /api/v1/imports', form, { key });
  });
  const refresh = () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => ['statements', 'bank-lines', 'months', 'loans'].includes(String(queryKey[0])),
    });
  const take = async (file: File | undefined) => {
    const answer = file && (await send.act(file));
    if (picker.current) picker.current.value = '';
    if (answer && 'results' in answer) setReport(answer);
    await refresh();
  };
  return (
    <section className="loan-page">
      <PageHead title={t('sendTitle')} note={t('sendNote')}>
        <button type="button" className="main-button" disabled={send.busy} onClick={() => picker.current?.click()}>
          {t(send.busy ? 'sending' : 'choose')}
        </button>
        <input
          ref={picker}
          type="file"
          className="visually-hidden"
          aria-label={t('choose')}
          tabIndex={-1}
          accept=".xlsx,.csv"
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </PageHead>
      {send.problem && (
        <p role="alert" className="fault">
          {send.problem}
        </p>
      )}
      {report && <Taken report={report} open={statements.data?.statements.find(({ batchId }) => batchId === report.batch)?.open ?? 0} />}
      <section className="sheet card table-scroll" tabIndex={0} role="region" aria-label={t('statements')}>
        <h2>{t('statements')}</h2>
        <ListState query={statements} rows={3} isEmpty={({ statements: list }) => list.length === 0} empty={<p>{t('noStatements')}</p>}>
          {({ statements: list }) => (
            <table className="plain-table">
              <TableHead heads={(['file', 'month', 'out', 'in', 'open'] as const).map((column) => t(column))} after={<td />} />
              <tbody>
                {list.map((one) => (
                  <tr key={one.batchId}>
                    <th scope="row">{one.fileName}</th>
                    <td>{formatDay(one.month, 'YM')}</td>
                    <td>{formatNumber(one.linesOut)}</td>
                    <td>{formatNumber(one.linesIn)}</td>
                    <td>{one.open > 0 ? <Link to="/chua-khop">{formatNumber(one.open)}</Link> : '0'}</td>
                    <td>
                      {one.reversedAt === null ? (
                        <Statement batchId={one.batchId} onDone={refresh} />
                      ) : (
                        <span className="quiet">{t('takenBack')}</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </ListState>
      </section>
      <ClosingMonths />
    </section>
  );
}

/** A wrong statement goes back whole, so that the corrected file can be sent. */
function Statement({ batchId, onDone }: { batchId: string; onDone: () => Promise<unknown> }) {
  const deed = useDeed((reason: string, key) =>
    call('POST /api/v1/bank/statements/{statementId}/reversal', { params: { statementId: batchId }, body: { reason }, key }),
  );
  return <TakeBack word={t('takeBack')} deed={deed} onDone={onDone} />;
}

const SHOWN = 20;

/** What became of the file; what neither was posted nor waits in the queue is named line by line. */
function Taken({ report, open }: { report: ImportReportResponse; open: number }) {
  const { rows, created, ask, duplicate, refused, reasons } = report;
  const left = report.results.filter(({ verdict, message }) => ['ask', 'refuse', 'duplicate'].includes(verdict) && message !== null);
  return (
    <section className="sheet card" role="status">
      {reasons?.map(({ code, message }) => (
        <p key={code} className="fault">
          {message}
        </p>
      ))}
      <p>{created + ask === 0 ? t('nothingNew') : t('taken', { rows, created, ask, duplicate, refused })}</p>
      {report.notices.map(({ code, message }) => (
        <p key={code} className="quiet">
          {message}
        </p>
      ))}
      {open > 0 && created + ask > 0 && (
        <Link to="/chua-khop" className="main-button">
          {t('toQueue', { rows: open })}
        </Link>
      )}
      {left.length > 0 && (
        <details>
          <summary>{t('notPosted')}</summary>
          <ul className="plain-list">
            {left.slice(0, SHOWN).map(({ sheet, row, message }) => (
              <li key={`${sheet}-${row}`}>{t('rowOf', { sheet, message: message! })}</li>
            ))}
            {left.length > SHOWN && <li className="quiet">{t('rowsMore', { rows: left.length - SHOWN })}</li>}
          </ul>
          <p className="quiet">{t('notTaken')}</p>
        </details>
      )}
    </section>
  );
}
