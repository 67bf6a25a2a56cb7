import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { call } from '../../../api/call';
import type { OrderWithVersionsResponse } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { useAddress } from '../../parts/use-address';
import { useDeed } from '../../parts/use-deed';
import { useMe } from '../../session/me';
import { OrderDecision } from './order-decision';
import { OrderFacts, useTermNames } from './order-facts';
import { OrderForm } from './order-form';
import { OrderPeople } from './order-people';
import { ORDERS, STATE_TONES, t } from './order-words';
import { PlacesBar } from './orders-screen';
import { ResultsSheet } from './results-sheet';
import './orders.css';

/** One order: what is asked, who holds its places, what came of the rounds, and every version of it. */
export function Screen() {
  const { orderId } = useParams({ strict: false }) as { orderId: string };
  const order = useQuery({
    queryKey: [...ORDERS, orderId],
    queryFn: () => call('GET /api/v1/orders/{orderId}', { params: { orderId } }),
  });
  return (
    <ListState query={order} rows={8}>
      {(read) => <OrderPage order={read} />}
    </ListState>
  );
}

function OrderPage({ order }: { order: OrderWithVersionsResponse }) {
  const { role, organisation } = useMe();
  const [{ mo }, setAddress] = useAddress();
  const queries = useQueryClient();
  const { id, code, terms, state, passed, exited, agencyId, agencyName, versions, version, approvedVersion } = order;
  const own = agencyId === organisation?.id;
  const newest = versions.find((one) => one.version === version);
  const pending = newest?.state === 'submitted' ? newest : undefined;
  // What was approved holds until a change is; before the first approval the newest version is the order.
  const shown = approvedVersion === null ? (newest?.terms ?? terms) : terms;
  const names = useTermNames(agencyId, role !== 'commune_officer' && versions.some((one) => one.terms.contractId));
  const closing = useDeed(async (_: void, key: string) => {
    await call('POST /api/v1/orders/{orderId}/closing', { params: { orderId: id }, key });
    await queries.invalidateQueries({ queryKey: ORDERS });
    return true;
  });
  const close = () => setAddress({ mo: undefined });
  return (
    <section>
      <PageHead
        title={shown.title}
        count={<span className={STATE_TONES[state]}>{t(`state.${state as 'approved'}`)}</span>}
        note={`${code} · ${agencyName}`}
      >
        {state === 'approved' && (own || role === 'department_officer') && (
          <button type="button" className="main-button" onClick={() => setAddress({ mo: 'ket-qua' })}>
            {t('enterResults')}
          </button>
        )}
        {own && state !== 'closed' && (
          <button type="button" className="plain-button" onClick={() => setAddress({ mo: 'sua' })}>
            {t('change')}
          </button>
        )}
        {own && role === 'agency_clerk' && (
          <Link
            className="plain-button"
            to="/bang-phi"
            search={{ mo: 'moi', nuoc: shown.market, nghe: shown.occupation, thang: String(shown.termMonths ?? '') } as never}
          >
            {t('publishFees')}
          </Link>
        )}
        {state === 'approved' && (own || role === 'department_officer') && (
          <button type="button" className="plain-button" disabled={closing.busy} onClick={() => void closing.act()}>
            {t('close')}
          </button>
        )}
      </PageHead>
      {closing.problem && (
        <p role="alert" className="fault">
          {closing.problem}
        </p>
      )}
      {pending && role === 'department_officer' && (
        <OrderDecision orderId={id} pending={pending} approved={approvedVersion ? terms : undefined} names={names} />
      )}
      {pending && role !== 'department_officer' && <p className="quiet">{t(approvedVersion ? 'changeWaitsLong' : 'waits')}</p>}
      <div className="order-page">
        <section className="sheet card" aria-label={t('asked')}>
          <p className="order-places">
            <PlacesBar places={shown.places} passed={passed} />{' '}
            {t('passedAndExited', { passed: formatNumber(passed), exited: formatNumber(exited) })}
          </p>
          <OrderFacts terms={shown} names={names} />
        </section>
        {role !== 'commune_officer' && <OrderPeople orderId={id} />}
      </div>
      <details className="sheet card">
        <summary>{t('versions', { count: formatNumber(versions.length) })}</summary>
        <ol className="plain-list">
          {versions.map((one) => (
            <li key={one.version}>
              {t('versionLine', { version: one.version, places: formatNumber(one.terms.places), day: formatDay(one.filedAt.slice(0, 10)) })}{' '}
              <span className="chip">{t(`versionState.${one.state as 'approved'}`)}</span>
              <span className="quiet small">
                {one.decidedBy && ` ${one.decidedBy}`}
                {one.reason && ` · ${one.reason}`}
              </span>
            </li>
          ))}
        </ol>
      </details>
      {mo === 'sua' && (
        <DialogSheet title={t('change')} onClose={close} wide>
          <OrderForm orderId={id} terms={newest?.terms ?? terms} onDone={close} />
        </DialogSheet>
      )}
      {mo === 'ket-qua' && (
        <DialogSheet title={t('enterResults')} onClose={close} wide>
          <ResultsSheet orderId={id} free={terms.places - passed} />
        </DialogSheet>
      )}
    </section>
  );
}
