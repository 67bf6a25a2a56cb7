import { call } from '../../../api/call';
import type { AlertResponse, CloseAlertRequest } from '../../../api/schema';
import { closingName } from '../../../language/codes';
import { area } from '../../../language/words';
import vi from '../../../language/vi/alert.json';
import { useDeed } from '../use-deed';

const t = area('alert', vi);
type Deed = CloseAlertRequest['deed'];

/** What ends a question of a family otherwise than by an answer; the API refuses anything else. */
const DEEDS: Readonly<Record<string, readonly Deed[]>> = {
  EXPIRY: ['PLAN_CHOSEN', 'TICKET_BOOKED', 'RETURN_DATE_KNOWN'],
  SEASONAL_EXPIRY: ['PLAN_CHOSEN', 'TICKET_BOOKED', 'RETURN_DATE_KNOWN'],
  LAISSEZ_PASSER: ['PASS_REQUESTED'],
  OVERSTAY: ['NOTED'],
  RESIDENCE_NOTICE: ['NOTIFIED'],
  WAIT_180: ['EXIT_ARRANGED'],
  CERT_24M: ['RENEWAL_STARTED'],
  PASSPORT: ['RENEWAL_STARTED'],
  HEALTH: ['RENEWAL_STARTED'],
  DB_UPDATE: ['EXIT_POSTPONED'],
  LOAN_DECISION: ['BANK_ASKED'],
  INSTALMENT: ['PAYER_REMINDED'],
  EPS_ESCROW_35: ['PAYER_REMINDED'],
  LIQUIDATION_180: ['SETTLEMENT_STARTED'],
  REFUND_DUE: ['SETTLEMENT_STARTED'],
};

/** One press says that what was asked for is done. */
export function AlertClosing({ alert, onClosed }: { alert: AlertResponse; onClosed: (text: string) => void }) {
  const deed = useDeed((done: Deed, key) =>
    call('POST /api/v1/alerts/{alertId}/close', { params: { alertId: String(alert.id) }, body: { deed: done }, key }),
  );
  const deeds = DEEDS[alert.family] ?? [];
  if (deeds.length === 0) return null;
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
      {deeds.map((one) => (
        <button key={one} type="button" className="plain-button" disabled={deed.busy} onClick={() => void close(one)}>
          {closingName(one)}
        </button>
      ))}
    </div>
  );
}
