import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { EscrowDeedRequest, HeldEscrowAnswer } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/escrows.json';
import { ListState } from '../../parts/list-state';
import { EscrowForm } from '../../parts/money/escrow-form';
import { MoreButton } from '../../parts/more-button';
import { PageHead } from '../../parts/page-head';
import { PlainTable } from '../../parts/plain-table';
import { StageChip } from '../../parts/stage-chip';
import { useAddress } from '../../parts/use-address';
import { businessToday } from '../../session/business-day';

const t = area('escrows', vi);
const LEDGERS = ['EPS', 'AGENCY'] as const;
const VIEWS = ['todo', 'held', 'over'] as const;
type Ledger = (typeof LEDGERS)[number];
type View = (typeof VIEWS)[number];
interface Next {
  readonly escrow: HeldEscrowAnswer;
  readonly deed: EscrowDeedRequest['deed'];
  readonly amount: number;
}

/** The escrow accounts this office holds: one ledger at a time, what is to be done first, each with the step the rules ask for. */
export function Screen() {
  const [{ so, muc }, setAddress] = useAddress();
  const kind: Ledger = so === 'AGENCY' ? so : 'EPS';
  const view: View = VIEWS.find((one) => one === muc) ?? 'todo';
  const queries = useQueryClient();
  const [next, setNext] = useState<Next>();
  const escrows = useInfiniteQuery({
    queryKey: ['bank-escrows', kind, view],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call('GET /api/v1/bank/escrows', { query: { kind, view, after: pageParam, limit: 50 }, signal }),
    getNextPageParam: (page) => page.next,
  });
  const lines = escrows.data?.pages.flatMap((page) => page.escrows);
  const totals = escrows.data?.pages[0]?.totals;
  return (
    <section>
      <PageHead title={t('title')} note={t('note')} />
      <p className="choice-line no-print">
        {LEDGERS.map((one) => (
          <button key={one} type="button" className="plain-button" aria-pressed={one === kind} onClick={() => setAddress({ so: one })}>
            {t(`ledger.${one}`)}
          </button>
        ))}
      </p>
      <p className="choice-line no-print">
        {VIEWS.map((one) => (
          <button key={one} type="button" className="plain-button" aria-pressed={one === view} onClick={() => setAddress({ muc: one })}>
            {t(`view.${one}`)}
          </button>
        ))}
      </p>
      {totals && <p>{t('total', { held: formatNumber(totals.held), accounts: formatNumber(totals.accounts) })}</p>}
      <ListState query={{ ...escrows, data: lines }} isEmpty={(list) => list.length === 0} empty={<p>{t(`empty.${view}`)}</p>}>
        {(list) => (
          <PlainTable
            label={t(`ledger.${kind}`)}
            heads={(['name', 'agency', 'amount', 'standing', 'next'] as const).map((column) => t(column))}
          >
            {list.map((escrow) => (
              <tr key={escrow.caseId}>
                <th scope="row">
                  {escrow.fullName} <span className="quiet small">{escrow.caseCode}</span>
                </th>
                <td>{escrow.agencyName}</td>
                <td className="number" data-head={t('amount')}>
                  {formatNumber(escrow.balance)}
                </td>
                <td>
                  <StageChip stage={escrow.stage} /> <span className="quiet small">{t('signed', { day: formatDay(escrow.signedOn) })}</span>
                </td>
                <td>
                  <Step escrow={escrow} onDeed={(deed, amount) => setNext({ escrow, deed, amount })} />
                </td>
              </tr>
            ))}
          </PlainTable>
        )}
      </ListState>
      <MoreButton list={escrows} />
      {next && (
        <EscrowForm
          caseId={next.escrow.caseId}
          kinds={[kind]}
          first={next}
          of={next.escrow.fullName}
          onDone={() => queries.invalidateQueries({ queryKey: ['bank-escrows'] })}
          onClose={() => setNext(undefined)}
        />
      )}
    </section>
  );
}

/** What comes next by the rules and the case: pay in, give back, hand to the budget; or nothing yet. */
function Step({ escrow, onDeed }: { escrow: HeldEscrowAnswer; onDeed: (deed: Next['deed'], amount: number) => void }) {
  const { state, outcome, balance, amount, dueBy, fullName } = escrow;
  if (state !== 'DUE' && balance === 0) return <span className="chip">{t(`state.${state as 'RETURNED'}`)}</span>;
  const late = state === 'DUE' && dueBy !== null && dueBy < businessToday();
  const deed: Next['deed'] = state === 'DUE' ? 'DEPOSIT' : outcome ? (outcome as 'RETURN') : 'INTEREST';
  const word = t(`deed.${deed as 'DEPOSIT'}`);
  return (
    <>
      {state === 'DUE' && dueBy && (
        <span className={late ? 'tone-urgent' : 'quiet'}>
          {late ? t('late', { day: formatDay(dueBy) }) : t('due', { amount: formatNumber(amount), day: formatDay(dueBy) })}
        </span>
      )}
      {state !== 'DUE' && (
        <span className={outcome === 'FORFEIT' ? 'tone-urgent' : 'quiet'}>{t(outcome ? (outcome as 'RETURN') : 'waiting')}</span>
      )}{' '}
      <button
        type="button"
        className="plain-button no-print"
        aria-label={t('of', { deed: word, name: fullName })}
        onClick={() => onDeed(deed, deed === 'INTEREST' ? 0 : state === 'DUE' ? amount : balance)}
      >
        {word}
      </button>
    </>
  );
}
