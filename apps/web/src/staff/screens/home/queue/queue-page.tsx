import { useRef, useState } from 'react';
import { formatDay, formatNumber, formatWeekday } from '../../../../language/format';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import shell from '../../../../language/vi/shell.json';
import { focusSoon } from '../../../parts/focus-soon';
import { useHotkeys } from '../../../parts/hotkeys';
import { ListState } from '../../../parts/list-state';
import { tellDone } from '../../../parts/notices';
import { PageHead } from '../../../parts/page-head';
import { useAddress } from '../../../parts/use-address';
import { QueueEmpty } from './queue-empty';
import { QueueFilters } from './queue-filters';
import { QueueList } from './queue-list';
import { nameOf } from './settle-rows';
import { BUCKETS, type Bucket, type QueueFilter, type QueueRow, useQueue } from './use-queue';
import { RowPanel } from './row-panel';
import '../../../parts/queue-rows.css';
import { businessToday } from '../../../session/business-day';

const t = area('queue', vi);
const titles = area('shell', shell);

/** "What must I do today": one list, most pressing first; each row is opened, done or put off without leaving it. */
export function QueuePage() {
  const [address, setAddress] = useAddress();
  const filter = filterOf(address);
  const [inside, setInside] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const open = address.mo;
  const queue = useQueue(filter, inside || open !== undefined);
  const { rows, counts, news } = queue;
  const row = rows.find((one) => nameOf(one) === open);
  const today = (queue.query.data as { pages: { today: string }[] } | undefined)?.pages[0]?.today ?? businessToday();

  const openRow = (one: QueueRow | undefined) => setAddress({ mo: one && nameOf(one) }, { replace: open !== undefined });
  const move = (step: 1 | -1) => {
    const links = [...(place.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement || link.dataset.row === open);
    const next = links[at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
    if (open && next) openRow(rows.find((one) => nameOf(one) === next.dataset.row));
  };
  const focused = () => rows.find((one) => nameOf(one) === (document.activeElement as HTMLElement | null)?.dataset.row) ?? row;
  const act = (section: 'deed' | 'snooze', one = focused()) => {
    if (one) setAddress({ mo: nameOf(one), phan: section === 'snooze' ? 'an' : undefined }, { replace: open !== undefined });
    focusSoon(`[data-section=${section}] :is(input, textarea, select, button)`);
  };
  useHotkeys({
    j: { says: t('keyNext'), act: () => move(1) },
    k: { says: t('keyPrevious'), act: () => move(-1) },
    e: { says: t('keyDeed'), act: () => act('deed') },
    s: { says: t('keySnooze'), act: () => act('snooze') },
    r: { says: t('keyNews'), act: queue.showNews },
  });
  const close = (focusOn?: QueueRow) => {
    setAddress({ mo: undefined, phan: undefined }, { replace: true });
    focusSoon(focusOn ? `[data-row="${nameOf(focusOn)}"]` : '[data-row]');
  };
  const done = (text: string, undo?: () => Promise<unknown>) => {
    const at = rows.findIndex((one) => one === row);
    close(rows[at + 1] ?? rows[at - 1]);
    if (!row) return tellDone(text);
    void queue.drop(row);
    tellDone(
      text,
      undo &&
        (async () => {
          await undo();
          await queue.reload();
          focusSoon(`[data-row="${nameOf(row)}"]`);
        }),
    );
  };

  return (
    <section className="queue" onPointerEnter={() => setInside(true)} onPointerLeave={() => setInside(false)}>
      <PageHead title={titles('screen.home')} count={`${formatWeekday(today)}, ${formatDay(today)}`}>
        <span className="queue-news" role="status">
          {news > 0 && (
            <button type="button" className="link-button" onClick={queue.showNews}>
              {t('news', { rows: news })} <kbd>R</kbd>
            </button>
          )}
          <span className="quiet">{t('doneToday', { rows: counts ? formatNumber(counts.doneToday) : '…' })}</span>
        </span>
      </PageHead>
      <QueueFilters filter={filter} counts={counts} onChange={(change) => setAddress({ ...change, mo: undefined, phan: undefined })} />
      <div className="with-panel">
        <div ref={place} className="sheet queue-sheet" data-scroll-restoration-id="rows">
          <ListState query={queue.query} isEmpty={() => rows.length === 0} empty={<QueueEmpty filter={filter} counts={counts} />} rows={10}>
            {() => (
              <QueueList
                rows={rows}
                counts={counts}
                filter={filter}
                open={open}
                onOpen={openRow}
                onAct={(one) => act('deed', one)}
                onFilter={(code) => setAddress({ loai: code, mo: undefined })}
              />
            )}
          </ListState>
          {queue.more && (
            <button type="button" className="queue-more" disabled={queue.loadingMore} onClick={queue.more}>
              {queue.loadingMore ? t('loadingMore') : t('more')}
            </button>
          )}
        </div>
        {row && (
          <RowPanel
            key={nameOf(row)}
            row={row}
            snoozing={address.phan === 'an'}
            caseIds={rows.flatMap(({ caseId }) => caseId ?? [])}
            onClose={() => close(row)}
            onDone={done}
          />
        )}
      </div>
    </section>
  );
}

function filterOf({ nhom, loai, an }: Readonly<Record<string, string | undefined>>): QueueFilter {
  return {
    bucket: BUCKETS.find((bucket) => bucket === nhom) satisfies Bucket | undefined,
    code: loai,
    hidden: an === '1' ? 'true' : undefined,
  };
}
