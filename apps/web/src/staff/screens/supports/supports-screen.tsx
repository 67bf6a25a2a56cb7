import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { ListState } from '../../parts/list-state';
import { MoreButton } from '../../parts/more-button';
import { PageHead } from '../../parts/page-head';
import { useAddress } from '../../parts/use-address';
import { useMe } from '../../session/me';
import { ClaimBar } from './claim-bar';
import { ClaimTable } from './claim-table';
import { FundTable } from './fund-table';
import { MonthFile } from './month-file';
import '../demands/demands.css';
import './supports.css';

const t = area('support', vi);
const STATES = ['PENDING', 'APPROVED', 'PAID', 'REFUSED'] as const;

/** Claims of the province by state, with what is left to pay them from; leaders see the sources alone. */
export function Screen() {
  const { role } = useMe();
  const funds = useQuery({ queryKey: ['support-funds'], queryFn: ({ signal }) => call('GET /api/v1/support-funds', { signal }) });
  const office = role !== 'leader';
  const claims = useClaims(office);
  return (
    <section>
      <PageHead
        title={t('title')}
        count={claims.rows && `${formatNumber(claims.rows.length)}${claims.list.hasNextPage ? '+' : ''}`}
        note={t(office ? 'note' : 'noteLeader')}
      >
        {office && <MonthFile />}
      </PageHead>
      {office && <Claims {...claims} funds={funds.data?.funds ?? []} />}
      {/* Below the claims, so after them: what came before would be pushed away. */}
      {!(office && claims.list.isPending) && (
        <ListState query={funds} rows={3}>
          {(page) => <FundTable page={page} mayAllot={role === 'department_officer'} />}
        </ListState>
      )}
    </section>
  );
}

/** The state that the address names, and its claims. */
function useClaims(enabled: boolean) {
  const [{ muc }] = useAddress();
  const state = STATES.find((one) => one === muc) ?? 'PENDING';
  const list = useInfiniteQuery({
    enabled,
    queryKey: ['support-claims', state],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/v1/support-claims', { query: { state, limit: 50, ...(pageParam && { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return { state, list, rows: list.data?.pages.flatMap((page) => page.claims) };
}

function Claims({ state, list, rows, funds }: ReturnType<typeof useClaims> & { funds: Parameters<typeof ClaimBar>[0]['funds'] }) {
  const queries = useQueryClient();
  const { role } = useMe();
  const [, setAddress] = useAddress();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const refresh = async () => {
    setChosen(new Set());
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['support-claims'] }),
      queries.invalidateQueries({ queryKey: ['support-funds'] }),
    ]);
  };
  const deeds = state === 'PENDING' ? role === 'department_officer' : state === 'APPROVED';
  return (
    <>
      <div className="demand-filters no-print" role="group" aria-label={t('states')}>
        {STATES.map((one) => (
          <button
            key={one}
            type="button"
            className="plain-button"
            aria-pressed={one === state}
            onClick={() => (setChosen(new Set()), setAddress({ muc: one === 'PENDING' ? undefined : one }))}
          >
            {t(`state.${one}`)}
          </button>
        ))}
      </div>
      <ListState query={{ ...list, data: rows }} isEmpty={(all) => all.length === 0} empty={<p>{t(`empty.${state}`)}</p>}>
        {(all) => (
          <>
            {deeds && <ClaimBar state={state} chosen={all.filter(({ id }) => chosen.has(id))} funds={funds} onDone={refresh} />}
            <ClaimTable claims={all} state={state} chosen={deeds ? chosen : undefined} onChoose={setChosen} onDone={refresh} />
            <MoreButton list={list} />
          </>
        )}
      </ListState>
    </>
  );
}
