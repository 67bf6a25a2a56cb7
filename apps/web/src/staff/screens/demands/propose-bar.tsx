import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import { formatNumber } from '../../../language/format';
import { allPages } from '../../parts/all-pages';
import { tellDone } from '../../parts/notices';
import { useDeed } from '../../parts/use-deed';
import { DEMANDS, t } from './demand-words';

/** Proposes the chosen to an order's agency; who cannot be proposed is named with the reason. */
export function ProposeBar({ caseIds, orderId, onDone }: { caseIds: readonly string[]; orderId?: string; onDone: () => void }) {
  const queries = useQueryClient();
  const [picked, setPicked] = useState(orderId ?? '');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const orders = useQuery({
    queryKey: ['orders', 'open'],
    enabled: orderId === undefined,
    queryFn: () =>
      allPages(async (after) => {
        const { orders: rows, next } = await call('GET /api/v1/orders', { query: { state: 'approved', limit: 100, after } });
        return { rows, next };
      }),
  });
  const deed = useDeed((_: void, key: string) =>
    call('POST /api/v1/orders/{orderId}/proposals', { params: { orderId: picked }, key, body: { caseIds: [...caseIds] } }),
  );
  const propose = async () => {
    const told = await deed.act();
    if (!told) return;
    const no = told.results.filter(({ verdict }) => verdict === 'refused');
    tellDone(t('proposed', { count: formatNumber(told.results.length - no.length) }));
    setRefused([...new Set(no.map(({ message }) => message ?? ''))]);
    await queries.invalidateQueries({ queryKey: DEMANDS });
    if (no.length === 0) onDone();
  };
  return (
    <div className="sheet card propose-bar no-print">
      {orderId === undefined && (
        <select className="plain-input" aria-label={t('order')} value={picked} onChange={(event) => setPicked(event.target.value)}>
          <option value="">{t('chooseOrder')}</option>
          {orders.data?.map(({ id, terms, agencyName, passed }) => (
            <option key={id} value={id}>
              {t('orderChoice', { title: terms.title, agency: agencyName, free: formatNumber(terms.places - passed) })}
            </option>
          ))}
        </select>
      )}
      <button type="button" className="main-button" disabled={!picked || deed.busy} onClick={() => void propose()}>
        {t('propose', { count: formatNumber(caseIds.length) })}
      </button>
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
      {refused.map((message) => (
        <p key={message} role="alert" className="fault">
          {message}
        </p>
      ))}
    </div>
  );
}
