import { Fragment } from 'react';
import type { WorkCountsAnswer } from '../../../../api/schema';
import { formatNumber } from '../../../../language/format';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { QueueLine } from './queue-line';
import { nameOf } from './settle-rows';
import type { Bucket, QueueFilter, QueueRow } from './use-queue';

const t = area('queue', vi);
/** So many tasks of one kind stand as one row. */
const FOLD_FROM = 4;

interface ListProps {
  rows: readonly QueueRow[];
  counts: WorkCountsAnswer | undefined;
  filter: QueueFilter;
  open: string | undefined;
  onOpen: (row: QueueRow) => void;
  /** Opens the row with the focus on its deed. */
  onAct: (row: QueueRow) => void;
  onFilter: (code: string) => void;
}

/** The rows under the heading of their bucket; many tasks of one kind are one row until somebody asks for them. */
export function QueueList({ rows, counts, filter, open, onOpen, onAct, onFilter }: ListProps) {
  const buckets = [...new Set(rows.map(({ bucket }) => bucket))];
  return (
    <>
      {buckets.map((bucket) => {
        const { single, folded } = fold(
          rows.filter((row) => row.bucket === bucket),
          bucket,
          counts,
          filter,
        );
        return (
          <Fragment key={bucket}>
            <h2 className={`queue-heading heading-${bucket}`}>{t(`bucket.${bucket as Bucket}`)}</h2>
            <ol className="queue-rows">
              {folded.map(({ code, title, rows: many }) => (
                <li key={code} className="queue-row queue-fold">
                  <span className="queue-due" />
                  <button type="button" className="queue-fold-open" data-row={`fold-${code}`} onClick={() => onFilter(code)}>
                    <b>{t('people', { people: formatNumber(many) })}</b> · {title}
                  </button>
                  <button type="button" className="plain-button" tabIndex={-1} onClick={() => onFilter(code)}>
                    {t('openFold', { rows: formatNumber(many) })}
                  </button>
                </li>
              ))}
              {single.map((row) => (
                <QueueLine key={nameOf(row)} row={row} open={nameOf(row) === open} onOpen={() => onOpen(row)} onAct={() => onAct(row)} />
              ))}
            </ol>
          </Fragment>
        );
      })}
    </>
  );
}

function fold(rows: readonly QueueRow[], bucket: string, counts: WorkCountsAnswer | undefined, { code, hidden }: QueueFilter) {
  if (code || hidden) return { single: rows, folded: [] };
  const folded = (counts?.kinds ?? []).filter(
    (kind) => kind.kind === 'task' && kind.bucket === bucket && kind.rows >= FOLD_FROM && rows.some((row) => row.code === kind.code),
  );
  return { single: rows.filter((row) => !folded.some((kind) => kind.code === row.code && row.kind === 'task')), folded };
}
