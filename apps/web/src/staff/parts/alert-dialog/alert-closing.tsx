import { call } from '../../../api/call';
import type { AlertResponse, CloseAlertRequest } from '../../../api/schema';
import { closingName } from '../../../language/codes';
import { area } from '../../../language/words';
import vi from '../../../language/vi/alert.json';
import { useDeed } from '../use-deed';

const t = area('alert', vi);
type Deed = CloseAlertRequest['deed'];

/** One press says that what was asked for is done. */
export function AlertClosing({ alert, onClosed }: { alert: AlertResponse; onClosed: (text: string) => void }) {
  const deed = useDeed((done: Deed, key) =>
    call('POST /api/v1/alerts/{alertId}/close', { params: { alertId: String(alert.id) }, body: { deed: done }, key }),
  );
  if (alert.closingDeeds.length === 0) return alert.asksForReturn ? null : <p>{t('endsByBooks')}</p>;
  const close = async (done: Deed) => {
    if (await deed.act(done)) onClosed(t('closedBy', { name: alert.fullName, deed: closingName(done) }));
  };
  return (
    <div className="closing">
      <h3>{t('closing')}</h3>
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
      {(alert.closingDeeds as Deed[]).map((one) => (
        <button key={one} type="button" className="plain-button" disabled={deed.busy} onClick={() => void close(one)}>
          {closingName(one)}
        </button>
      ))}
    </div>
  );
}
