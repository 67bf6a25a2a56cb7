import { useRef } from 'react';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/alerts.json';
import shell from '../../../language/vi/shell.json';
import { useHotkeys } from '../../parts/hotkeys';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { useAddress } from '../../parts/use-address';
import '../../parts/queue-rows.css';
import { AlertFilters } from './alert-filters';
import { AlertRow } from './alert-row';
import { AlertSide } from './alert-side';
import { alertQueryOf, useAlerts } from './use-alerts';

const t = area('alerts', vi);
const titles = area('shell', shell);

/** Every question of the scope: filtered by the address, opened beside the list, answered there. */
export function Screen() {
  const [address, setAddress] = useAddress();
  const place = useRef<HTMLDivElement>(null);
  const { query, alerts } = useAlerts(alertQueryOf(address));
  const open = address.mo;
  const openAlert = (id: string | undefined) => setAddress({ mo: id }, { replace: open !== undefined });
  const move = (step: 1 | -1) => {
    const rows = [...(place.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement || row.dataset.row === open);
    const next = rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)];
    next?.focus();
    if (open && next) openAlert(next.dataset.row);
  };
  useHotkeys({
    j: { says: t('keyNext'), act: () => move(1) },
    k: { says: t('keyPrevious'), act: () => move(-1) },
  });
  const close = () => {
    const row = place.current?.querySelector<HTMLElement>(`[data-row="${open}"]`);
    openAlert(undefined);
    row?.focus();
  };
  const count = query.data && (query.hasNextPage ? t('moreThan', { alerts: formatNumber(alerts.length) }) : formatNumber(alerts.length));
  return (
    <section>
      <PageHead title={titles('screen.alerts')} count={count ?? '…'} />
      <AlertFilters address={address} alerts={alerts} onChange={(change) => setAddress({ ...change, mo: undefined })} />
      <div className="with-panel">
        <div ref={place} className="sheet queue-sheet" data-scroll-restoration-id="rows">
          <ListState query={query} isEmpty={() => alerts.length === 0} empty={<p>{t('empty')}</p>} rows={10}>
            {() => (
              <ol className="queue-rows">
                {alerts.map((alert) => (
                  <AlertRow key={alert.id} alert={alert} open={String(alert.id) === open} onOpen={() => openAlert(String(alert.id))} />
                ))}
              </ol>
            )}
          </ListState>
          {query.hasNextPage && (
            <button type="button" className="queue-more" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </button>
          )}
        </div>
        {open && <AlertSide key={open} alertId={open} caseIds={alerts.map(({ caseId }) => caseId)} onClose={close} />}
      </div>
    </section>
  );
}
