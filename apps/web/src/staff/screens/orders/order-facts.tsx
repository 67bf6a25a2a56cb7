import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { OrderTermsAnswer } from '../../../api/schema';
import { useMarkets } from '../../parts/markets';
import { type TermNames, termLines } from './order-terms';

/** Everything an order says. */
export function OrderFacts({ terms, names }: { terms: OrderTermsAnswer; names: TermNames }) {
  return (
    <dl className="order-facts">
      {termLines(terms, names).map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Names of countries and of the agency's supply contracts; until they have come the code or id itself. `asked`: who may not read contracts asks for none. */
export function useTermNames(agencyId: string, asked: boolean): TermNames {
  const { nameOf } = useMarkets();
  const { data: contracts = [] } = useQuery({
    queryKey: ['recruiting', agencyId, 'contracts'],
    enabled: asked,
    queryFn: async () =>
      (await call('GET /api/v1/agencies/{organisationId}/contracts', { params: { organisationId: agencyId } })).contracts,
  });
  return { market: nameOf, contract: (id) => contracts.find((one) => one.id === id)?.number ?? id };
}
