import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { BatchResponse, UndoneResponse } from '../../../api/schema';
import { formatMoment, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/receipts.json';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { PageHead } from '../../parts/page-head';
import { CountLine, countsOf } from '../../parts/sent-file/count-line';
import { isHeld, reasonOf, VerdictMark } from '../../parts/sent-file/verdict-mark';
import { useAddress } from '../../parts/use-address';
import { useDeed } from '../../parts/use-deed';
import { useMe } from '../../session/me';
import { kindName, stateName } from './receipt-words';
import './receipts.css';

const t = area('receipts', vi);
const PAGE = 200;

/** One sending: its receipt for the wall or the folder, each row with its reason, and the way back for seven days. */
export function Screen() {
  const { batchId } = useParams({ strict: false }) as { batchId: string };
  const batch = useQuery({ queryKey: ['imports', batchId], queryFn: () => call('GET /api/v1/imports/{batchId}', { params: { batchId } }) });
  return (
    <ListState query={batch} rows={10}>
      {(data) => <Receipt batch={data} />}
    </ListState>
  );
}

function Receipt({ batch }: { batch: BatchResponse }) {
  const { role } = useMe();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [undone, setUndone] = useState<UndoneResponse>();
  const counts = countsOf(batch.counts);
  const params = { batchId: batch.id };
  const undo = useDeed(async (_: void, key: string) => {
    const answer = await call('POST /api/v1/imports/{batchId}/undo', { params, key });
    await queries.invalidateQueries({ queryKey: ['imports'] });
    return answer;
  });
  const release = useDeed(async (_: void, key: string) => {
    await call('POST /api/v1/imports/{batchId}/release', { params, key });
    await queries.invalidateQueries({ queryKey: ['work'] });
    return true;
  });
  const mayChange = role !== 'department_officer';
  return (
    <section className="receipt">
      <p className="receipt-heading">{t('heading')}</p>
      <PageHead
        title={batch.receipt}
        count={<span className={batch.state === 'imported' ? 'chip chip-done' : 'chip'}>{stateName(batch.state)}</span>}
      >
        <Link to="/bien-nhan" className="plain-button">
          {t('back')}
        </Link>
        <button type="button" className="plain-button" onClick={() => print()}>
          {t('print')}
        </button>
        {mayChange && counts.refused + counts.ask + counts.duplicate > 0 && (
          <a className="plain-button" href={`/api/v1/imports/${batch.id}/refused-rows`} download>
            {t('refusedFile')}
          </a>
        )}
        {mayChange && batch.undoable && (
          <button type="button" className="plain-button" onClick={() => setAsking(true)}>
            {t('undo')}
          </button>
        )}
      </PageHead>
      <dl className="facts sheet receipt-facts">
        <dt>{t('when')}</dt>
        <dd>{formatMoment(batch.createdAt)}</dd>
        <dt>{t('kind')}</dt>
        <dd>{kindName(batch.kind)}</dd>
        <dt>{t('fileName')}</dt>
        <dd>{batch.fileName}</dd>
        <dt>{t('organisation')}</dt>
        <dd>{batch.organisation}</dd>
        <dt>{t('by')}</dt>
        <dd>{batch.sentBy}</dd>
        {batch.note && (
          <>
            <dt>{t('note')}</dt>
            <dd>{batch.note}</dd>
          </>
        )}
      </dl>
      <CountLine counts={counts} />
      {undone && <Undone {...undone} />}
      {role === 'centre_staff' && batch.state === 'imported' && (
        <div className="receipt-release no-print">
          <p className="quiet">{t('releaseNote')}</p>
          {release.problem && <p className="fault">{release.problem}</p>}
          <button
            type="button"
            className="plain-button"
            disabled={release.busy}
            onClick={() => void release.act().then((done) => done && tellDone(t('released')))}
          >
            {t('release')}
          </button>
        </div>
      )}
      <Rows batch={batch} />
      <p className="print-only">{t('printed')}</p>
      <p className="print-only receipt-sign">{t('signHere')}</p>
      {asking && (
        <DialogSheet title={t('undo')} onClose={() => setAsking(false)}>
          <form
            className="deed"
            onSubmit={(event) => {
              event.preventDefault();
              void undo.act().then((answer) => {
                if (!answer) return;
                setAsking(false);
                setUndone(answer);
              });
            }}
          >
            <p>{t('undoAsk')}</p>
            <DeedButton word={t('undoYes')} deed={undo} />
            <button type="button" className="plain-button" onClick={() => setAsking(false)}>
              {t('cancel')}
            </button>
          </form>
        </DialogSheet>
      )}
    </section>
  );
}

function Undone({ undone, left }: UndoneResponse) {
  return (
    <div className="sheet receipt-undone" role="status">
      <p>{t('undone', { count: formatNumber(undone) })}</p>
      {left.length > 0 && (
        <>
          <p>{t('left', { count: formatNumber(left.length) })}</p>
          <ul>
            {left.slice(0, 50).map(({ subject, id, row }) => (
              <li key={id}>
                {t('leftRow', { row: row ?? '?' })}{' '}
                {subject === 'case' && (
                  <Link to="/ho-so/$caseId" params={{ caseId: id } as never} className="text-link">
                    {t('openCase')}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Rows({ batch }: { batch: BatchResponse }) {
  const [{ dong }, setAddress] = useAddress();
  const [most, setMost] = useState(PAGE);
  const rows = dong === 'loi' ? batch.rows.filter(isHeld) : batch.rows;
  return (
    <>
      <div className="grid-bar no-print" role="group" aria-label={t('rowTable')}>
        {(['all', 'onlyHeld'] as const).map((which) => (
          <button
            key={which}
            type="button"
            className="plain-button choice-button"
            aria-pressed={(dong === 'loi') === (which === 'onlyHeld')}
            onClick={() => setAddress({ dong: which === 'onlyHeld' ? 'loi' : undefined }, { replace: true })}
          >
            {t(which)}
          </button>
        ))}
      </div>
      <div className="table-region" role="region" aria-label={t('rowTable')} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('row')}</th>
              <th scope="col">{t('result')}</th>
              <th scope="col">{t('reason')}</th>
              <th scope="col" className="no-print">
                {t('case')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <tr key={`${row.sheet} ${row.row}`}>
                <th scope="row">{row.row}</th>
                <td>
                  <VerdictMark result={row} />
                </td>
                <td>{reasonOf(row)}</td>
                <td className="no-print">
                  {row.caseId && batch.state === 'imported' && (
                    <Link to="/ho-so/$caseId" params={{ caseId: row.caseId } as never} className="text-link">
                      {t('openCase')}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most && (
        <button type="button" className="plain-button no-print" onClick={() => setMost(most + 5 * PAGE)}>
          {t('showRows')}
        </button>
      )}
    </>
  );
}
