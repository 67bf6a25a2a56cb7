import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { SupportClaimAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { useMe } from '../../session/me';
import { ListState } from '../list-state';
import { ClaimProof } from './claim-proof';
import { ClaimScans, isOpen } from './claim-scans';
import { dong, t as money } from './dong';
import { SupportForm } from './support-form';
import { SupportWithdrawal } from './support-withdrawal';

const t = area('support', vi);

/** What the programmes pay for this person: claimed so far, and the way to claim more. Offices of the province only. */
export function SupportPart({ caseId }: { caseId: string }) {
  const { role } = useMe();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const page = useQuery({
    queryKey: ['case', caseId, 'supports'],
    queryFn: ({ signal }) => call('GET /api/v1/cases/{caseId}/supports', { params: { caseId }, signal }),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['case', caseId, 'supports'] });
  const mayClaim = role === 'centre_staff';
  return (
    <section className="sheet card" aria-labelledby="support-title">
      <header className="card-head">
        <h2 id="support-title">{t('part')}</h2>
        {mayClaim && (
          <button type="button" className="plain-button no-print" disabled={!page.data?.open.length} onClick={() => setOpen(true)}>
            {t('claim')}
          </button>
        )}
      </header>
      <ListState query={page} rows={2}>
        {(support) => (
          <>
            <p className="quiet">
              {support.groups.length > 0
                ? t('groups', { groups: support.groups.map((group) => money(`group.${group as 'POOR'}`)).join(', ') })
                : t('noGroups')}
            </p>
            {support.unproven.length > 0 && <p className="tone-soon">{t('unproven')}</p>}
            {support.claims.length === 0 && <p className="quiet">{t('none')}</p>}
            <ul className="plain-list">
              {support.claims.map((claim) => (
                <li key={claim.id}>
                  <ClaimWords claim={claim} />
                  <ClaimScans claim={claim} />
                  {mayClaim && isOpen(claim) && <ClaimProof claim={claim} scans={support.scans} onDone={refresh} />}
                  {mayClaim && claim.state === 'PENDING' && <SupportWithdrawal claimId={claim.id} onDone={refresh} />}
                </li>
              ))}
            </ul>
            {open && <SupportForm caseId={caseId} support={support} onDone={refresh} onClose={() => setOpen(false)} />}
          </>
        )}
      </ListState>
    </section>
  );
}

function ClaimWords({ claim }: { claim: SupportClaimAnswer }) {
  return (
    <>
      {formatDay(claim.spentOn)} · {claim.title} · {claim.receiptNo} · <strong>{dong(claim.amount)}</strong>{' '}
      <span className="chip">{t(`state.${claim.state as 'PENDING'}`)}</span>
      {(claim.fundTitle || claim.note) && (
        <div className="quiet small">
          {[claim.fundTitle, claim.decidedOn && formatDay(claim.decidedOn), claim.note].filter(Boolean).join(' · ')}
        </div>
      )}
    </>
  );
}
