import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { EscrowAnswer } from '../../../api/schema';
import { daysBetween, formatDay, formatDaysLeft } from '../../../language/format';
import { businessToday } from '../../session/business-day';
import { useMe } from '../../session/me';
import { ListState } from '../list-state';
import { dong, t } from './dong';
import { EscrowForm } from './escrow-form';
import { MoneyReversal } from './money-reversal';

/** Two ledgers that never mix: with the policy bank for coming home on time, with the agency against damage. */
export function EscrowPart({ caseId }: { caseId: string }) {
  const { role } = useMe();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const read = useQuery({
    queryKey: ['case', caseId, 'escrows'],
    queryFn: ({ signal }) => call('GET /api/v1/cases/{caseId}/escrows', { params: { caseId }, signal }),
  });
  const mayWrite = role === 'agency_clerk' || role === 'centre_staff';
  const refresh = () => queries.invalidateQueries({ queryKey: ['case', caseId, 'escrows'] });
  return (
    <section className="sheet card" aria-labelledby="escrow-title">
      <header className="card-head">
        <h2 id="escrow-title">{t('escrows')}</h2>
        {mayWrite && (
          <button type="button" className="plain-button no-print" onClick={() => setOpen(true)}>
            {t('addEscrow')}
          </button>
        )}
      </header>
      <ListState query={read} rows={2}>
        {({ escrows, epsDueBy }) => (
          <>
            {epsDueBy && (
              <p className={epsDueBy < businessToday() ? 'tone-urgent' : 'tone-soon'}>
                {t('epsDue', { day: formatDay(epsDueBy), left: formatDaysLeft(daysBetween(businessToday(), epsDueBy)) })}
              </p>
            )}
            {escrows.length === 0 && !epsDueBy && <p className="quiet">{t('noEscrow')}</p>}
            {escrows.map((escrow) => (
              <Ledger key={escrow.id} caseId={caseId} escrow={escrow} mayReverse={mayWrite} onDone={refresh} />
            ))}
          </>
        )}
      </ListState>
      {open && (
        <EscrowForm
          caseId={caseId}
          kinds={role === 'agency_clerk' ? ['AGENCY'] : ['EPS', 'AGENCY']}
          onDone={refresh}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}

function Ledger({
  caseId,
  escrow: { kind, state, balance, entries, outcome, article },
  mayReverse,
  onDone,
}: {
  caseId: string;
  escrow: EscrowAnswer;
  mayReverse: boolean;
  onDone: () => Promise<unknown>;
}) {
  const reversed = new Set(entries.map(({ reversesId }) => reversesId));
  return (
    <>
      <h3>
        {t(`escrow.${kind as 'EPS'}`)} <span className="chip">{t(`escrowState.${state as 'PAID'}`)}</span>
      </h3>
      <p>
        {t('balance')} <strong>{dong(balance)}</strong>
        {outcome && balance > 0 && <span className="tone-soon"> {t(`outcome.${outcome as 'RETURN'}`)}</span>}
      </p>
      {article && <p className="tone-urgent">{t('escrowFault', { article })}</p>}
      <ul className="plain-list">
        {entries.map(({ id, deed, on, held, reference, reversesId }) => (
          <li key={id}>
            {formatDay(on)} · {t(`deed.${deed as 'DEPOSIT'}`)} · {reference} · {dong(held)}
            {(reversesId !== null || reversed.has(id)) && <span className="quiet small"> ({t('takenBack')})</span>}
            {mayReverse && reversesId === null && !reversed.has(id) && (
              <MoneyReversal caseId={caseId} what="ESCROW_ENTRY" id={String(id)} word={t('takeBack')} onDone={onDone} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
