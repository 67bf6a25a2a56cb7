import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../api/call';
import { formatNumber } from '../../../language/format';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { DEMANDS, t } from './demand-words';
import { EligibilityTable } from './eligibility-table';
import { ProposeBar } from './propose-bar';

/** Orders that would do for one person, with what speaks for and against each, and the rules of the one that is looked at. */
export function OffersSheet({ caseId, workerId }: { caseId: string; workerId: string }) {
  const { nameOf } = useMarkets();
  const [looked, setLooked] = useState<string>();
  const offers = useQuery({
    queryKey: [...DEMANDS, caseId, 'offers'],
    queryFn: async () => (await call('GET /api/v1/cases/{caseId}/offers', { params: { caseId } })).offers,
  });
  return (
    <ListState query={offers} rows={4} isEmpty={(list) => list.length === 0} empty={t('noOffers')}>
      {(list) => (
        <ul className="plain-list offer-list">
          {list.map(({ orderId, title, agencyName, market, free, fits, misses }) => (
            <li key={orderId}>
              <strong>
                <Link to="/don-hang/$orderId" params={{ orderId } as never}>
                  {title}
                </Link>
              </strong>{' '}
              <span className="quiet">
                {agencyName} · {nameOf(market)} · {t('free', { free: formatNumber(free) })}
              </span>
              <p>
                {fits.map((point) => (
                  <span key={point} className="chip chip-done">
                    ✓ {t(`point.${point as 'AGE'}`)}
                  </span>
                ))}{' '}
                {misses.map((point) => (
                  <span key={point} className="chip chip-soon">
                    ✕ {t(`point.${point as 'AGE'}`)}
                  </span>
                ))}
              </p>
              <button
                type="button"
                className="plain-button"
                aria-expanded={looked === orderId}
                onClick={() => setLooked(looked === orderId ? undefined : orderId)}
              >
                {t('rules')}
              </button>
              {looked === orderId && (
                <>
                  <EligibilityTable orderId={orderId} workerId={workerId} />
                  <ProposeBar caseIds={[caseId]} orderId={orderId} onDone={() => setLooked(undefined)} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </ListState>
  );
}
