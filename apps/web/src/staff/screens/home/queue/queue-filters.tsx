import type { WorkCountsAnswer } from '../../../../api/schema';
import { formatNumber } from '../../../../language/format';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import type { AddressState } from '../../../parts/use-address';
import { rungText } from './rung-text';
import { BUCKETS, type QueueFilter } from './use-queue';

const t = area('queue', vi);
/** The server counts no further. */
const MOST = 10_000;
const shown = (rows: number) => (rows > MOST ? t('moreThan', { rows: formatNumber(MOST) }) : formatNumber(rows));

/** How pressing, of what kind; every choice with the number of rows behind it. */
export function QueueFilters({
  filter,
  counts,
  onChange,
}: {
  filter: QueueFilter;
  counts: WorkCountsAnswer | undefined;
  onChange: (change: AddressState) => void;
}) {
  const mine = counts && counts.urgent + counts.today + counts.week + counts.later;
  const kinds = counts?.kinds.filter(({ bucket }) => !filter.bucket || bucket === filter.bucket) ?? [];
  const codes = [...new Map(kinds.map((kind) => [kind.code, kind])).values()];
  const rowsOf = (code: string) => kinds.reduce((sum, kind) => sum + (kind.code === code ? kind.rows : 0), 0);
  const tab = (key: string, word: string, rows: number | undefined, pressed: boolean, change: AddressState) => (
    <button
      key={key}
      type="button"
      className={`tab tab-${key}`}
      aria-pressed={pressed}
      onClick={() => onChange({ loai: undefined, ...change })}
    >
      {word} <b>{rows === undefined ? '' : shown(rows)}</b>
    </button>
  );
  return (
    <div className="queue-filters" role="group" aria-label={t('filters')}>
      <div className="tabs">
        {tab('all', t('bucket.all'), mine === undefined ? undefined : mine + counts!.waiting, !filter.bucket && !filter.hidden, {
          nhom: undefined,
          an: undefined,
        })}
        {BUCKETS.map((bucket) =>
          tab(bucket, t(`bucket.${bucket}`), counts?.[bucket], filter.bucket === bucket, { nhom: bucket, an: undefined }),
        )}
        {(counts?.hidden ?? 0) > 0 || filter.hidden
          ? tab('hidden', t('bucket.hidden'), counts?.hidden, filter.hidden !== undefined, { nhom: undefined, an: '1' })
          : null}
      </div>
      <label className="queue-kind">
        <span className="visually-hidden">{t('kind')}</span>
        <select value={filter.code ?? ''} onChange={(event) => onChange({ loai: event.target.value || undefined })}>
          <option value="">{t('everyKind')}</option>
          {codes.map(({ code, title }) => (
            <option key={code} value={code}>
              {`${title}${rungText(code)} (${shown(rowsOf(code))})`}
            </option>
          ))}
          {filter.code && !codes.some(({ code }) => code === filter.code) && <option value={filter.code}>{filter.code}</option>}
        </select>
      </label>
    </div>
  );
}
