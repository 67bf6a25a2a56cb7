import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { call } from '../../../api/call';
import type { OrderWithVersionsResponse } from '../../../api/schema';
import { legalFormName } from '../../../language/codes';
import { formatDay, formatNumber } from '../../../language/format';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { PageHead } from '../../parts/page-head';
import { useAddress } from '../../parts/use-address';
import { useDeed } from '../../parts/use-deed';
import { useMe } from '../../session/me';
import { OrderDecision } from './order-decision';
import { OrderForm } from './order-form';
import { OrderPeople } from './order-people';
import { ORDERS, STATE_TONES, t } from './order-words';
import { PlacesBar } from './orders-screen';
import { ResultsSheet } from './results-sheet';
import '../../parts/cards.css';
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
  const pending = versions.find((one) => one.version === version && one.state === 'submitted');
  const closing = useDeed(async (_: void, key: string) => {
    await call('POST /api/v1/orders/{orderId}/closing', { params: { orderId: id }, key });
    await queries.invalidateQueries({ queryKey: ORDERS });
    return true;
  });
  const close = () => setAddress({ mo: undefined });
  return (
    <section>
      <PageHead
        title={terms.title}
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
        <OrderDecision orderId={id} pending={pending} approved={approvedVersion ? terms : undefined} />
      )}
      {pending && role !== 'department_officer' && <p className="quiet">{t(approvedVersion ? 'changeWaitsLong' : 'waits')}</p>}
      <div className="order-page">
        <section className="sheet card" aria-label={t('asked')}>
          <p className="order-places">
            <PlacesBar places={terms.places} passed={passed} />{' '}
            {t('passedAndExited', { passed: formatNumber(passed), exited: formatNumber(exited) })}
          </p>
          <OrderFacts order={order} />
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
          <OrderForm orderId={id} terms={terms} onDone={close} />
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

function OrderFacts({ order: { terms } }: { order: OrderWithVersionsResponse }) {
  const { nameOf } = useMarkets();
  const ages = terms.ageFrom || terms.ageTo ? t('ages', { from: terms.ageFrom ?? 18, to: terms.ageTo ?? '…' }) : '';
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('market'), nameOf(terms.market)],
    [t('field.legalForm'), legalFormName(terms.legalForm)],
    [t('field.occupation'), terms.occupation],
    [t('field.employer'), [terms.employer, terms.workplace].filter(Boolean).join(', ')],
    [t('field.wage'), terms.wage && `${formatNumber(BigInt(terms.wage.split('.')[0]!))} ${terms.wageCurrency ?? ''}`],
    [t('field.termMonths'), terms.termMonths ? String(terms.termMonths) : undefined],
    [t('field.hoursPerWeek'), terms.hoursPerWeek ? String(terms.hoursPerWeek) : undefined],
    [t('field.ages'), ages],
    [t('field.sex'), terms.sex && t(`sex.${terms.sex as 'M'}`)],
    [t('field.education'), terms.education && t(`education.${terms.education as 'PRIMARY'}`)],
    [t('field.language'), terms.language],
    [t('closes'), terms.closesOn && formatDay(terms.closesOn)],
    [t('field.exitOn'), terms.exitOn && formatDay(terms.exitOn)],
    [t('field.conditions'), terms.conditions],
  ];
  return (
    <dl className="order-facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
