import { Link } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { OrderResponse } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { MoreButton } from '../../parts/more-button';
import { PageHead } from '../../parts/page-head';
import { PlainTable } from '../../parts/plain-table';
import { useAddress } from '../../parts/use-address';
import { useMe } from '../../session/me';
import { ContractsSheet } from './contracts-sheet';
import { OrderForm } from './order-form';
import { ORDERS, STATE_TONES, t } from './order-words';
import './orders.css';

const STATES = ['submitted', 'approved', 'refused', 'closed'] as const;

/** What is recruited for: the places, who holds them, and what waits for the department. */
export function Screen() {
  const { role } = useMe();
  const markets = useMarkets();
  const [{ trangthai, nuoc, mo }, setAddress] = useAddress();
  const state = STATES.find((one) => one === trangthai);
  const orders = useInfiniteQuery({
    queryKey: [...ORDERS, 'list', state ?? '', nuoc ?? ''],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call('GET /api/v1/orders', { query: { limit: 100, after: pageParam, ...(state && { state }), ...(nuoc && { market: nuoc }) } }),
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap((page) => page.orders),
  });
  const mayFile = role === 'agency_clerk' || role === 'centre_staff';
  return (
    <section>
      <PageHead
        title={t('title')}
        count={orders.data && `${formatNumber(orders.data.length)}${orders.hasNextPage ? '+' : ''}`}
        note={t('note')}
      >
        {role === 'agency_clerk' && (
          <button type="button" className="plain-button" onClick={() => setAddress({ mo: 'hop-dong' })}>
            {t('contracts')}
          </button>
        )}
        {mayFile && (
          <button type="button" className="main-button" onClick={() => setAddress({ mo: 'moi' })}>
            {t('file')}
          </button>
        )}
      </PageHead>
      <div className="order-filters no-print" role="search">
        <select
          className="plain-input"
          aria-label={t('state')}
          value={state ?? ''}
          onChange={(event) => setAddress({ trangthai: event.target.value || undefined })}
        >
          <option value="">{t('anyState')}</option>
          {STATES.map((one) => (
            <option key={one} value={one}>
              {t(`state.${one}`)}
            </option>
          ))}
        </select>
        <select
          className="plain-input"
          aria-label={t('market')}
          value={nuoc ?? ''}
          onChange={(event) => setAddress({ nuoc: event.target.value || undefined })}
        >
          <option value="">{t('anyMarket')}</option>
          {markets.list.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <ListState query={orders} isEmpty={(list) => list.length === 0} empty={t(mayFile ? 'emptyFile' : 'empty')}>
        {(list) => (
          <PlainTable
            label={t('title')}
            name="order-table"
            heads={(['order', 'agency', 'market', 'places', 'closes', 'state'] as const).map((column) => t(column))}
          >
            {list.map((order) => (
              <OrderRow key={order.id} order={order} marketName={markets.nameOf(order.terms.market)} />
            ))}
          </PlainTable>
        )}
      </ListState>
      <MoreButton list={orders} />
      {mo === 'moi' && (
        <DialogSheet title={t('file')} onClose={() => setAddress({ mo: undefined })} wide>
          <OrderForm onDone={() => setAddress({ mo: undefined })} />
        </DialogSheet>
      )}
      {mo === 'hop-dong' && <ContractsSheet onClose={() => setAddress({ mo: undefined })} />}
    </section>
  );
}

function OrderRow({ order, marketName }: { order: OrderResponse; marketName: string }) {
  const { id, code, agencyName, state, terms, passed, exited, version, approvedVersion } = order;
  return (
    <tr>
      <th scope="row">
        <Link to="/don-hang/$orderId" params={{ orderId: id } as never}>
          {terms.title}
        </Link>
        <span className="quiet small"> {code}</span>
      </th>
      <td>{agencyName}</td>
      <td>{marketName}</td>
      <td className="number">
        <PlacesBar places={terms.places} passed={passed} />
        <span className="quiet small">{t('exited', { exited: formatNumber(exited) })}</span>
      </td>
      <td className="number">{terms.closesOn ? formatDay(terms.closesOn) : '—'}</td>
      <td>
        <span className={STATE_TONES[state]}>{t(`state.${state as 'approved'}`)}</span>
        {approvedVersion !== null && version > approvedVersion && <span className="quiet small"> {t('changeWaits')}</span>}
      </td>
    </tr>
  );
}

export function PlacesBar({ places, passed }: { places: number; passed: number }) {
  return (
    <span className="places">
      <progress
        max={Math.max(places, 1)}
        value={passed}
        aria-label={t('placesOf', { passed: formatNumber(passed), places: formatNumber(places) })}
      />
      {formatNumber(passed)}/{formatNumber(places)}
    </span>
  );
}
