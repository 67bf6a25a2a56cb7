import { useState } from 'react';
import { call } from '../../../api/call';
import type { SupportClaimAnswer, SupportFundAnswer } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { ChoiceField } from '../../parts/choice-field';
import { dong } from '../../parts/money/dong';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';

const t = area('support', vi);

/** What is done with the chosen claims. Its place is kept while nothing is chosen, so that no row moves under a hand. */
export function ClaimBar({
  state,
  chosen,
  funds,
  onDone,
}: {
  state: 'PENDING' | 'APPROVED' | 'PAID' | 'REFUSED';
  chosen: readonly SupportClaimAnswer[];
  funds: readonly SupportFundAnswer[];
  onDone: () => Promise<void>;
}) {
  const unproven = chosen.filter(({ scans }) => scans.length === 0).length;
  const sum = chosen.reduce((all, { amount }) => all + amount, 0);
  return (
    <div className="sheet card support-bar no-print">
      <p>
        {t('chosen', { count: formatNumber(chosen.length), amount: dong(sum) })}
        {unproven > 0 && <span className="tone-soon"> {t('chosenUnproven', { count: formatNumber(unproven) })}</span>}
      </p>
      {state === 'PENDING' ? (
        <Approval claimIds={chosen.map(({ id }) => id)} fit={funds.filter(({ free }) => free >= sum && free > 0)} onDone={onDone} />
      ) : (
        <Payment claimIds={chosen.map(({ id }) => id)} onDone={onDone} />
      )}
    </div>
  );
}

function Approval({ claimIds, fit, onDone }: { claimIds: string[]; fit: readonly SupportFundAnswer[]; onDone: () => Promise<void> }) {
  const [wanted, setWanted] = useState('');
  const [reason, setReason] = useState('');
  const fundId = fit.find(({ id }) => id === wanted)?.id ?? fit[0]?.id ?? '';
  const approve = useDeed((_: void, key) => call('POST /api/v1/support-claims/approvals', { body: { claimIds, fundId }, key }));
  const refuse = useDeed((_: void, key) =>
    call('POST /api/v1/support-claims/refusals', { body: { claimIds, reason: reason.trim() }, key }),
  );
  const after = (word: 'approved' | 'refused') => async (done: { claims: readonly unknown[] } | undefined) => {
    if (!done) return;
    tellDone(t(word, { count: formatNumber(done.claims.length) }));
    setReason('');
    await onDone();
  };
  const problem = approve.problem || refuse.problem;
  return (
    <>
      <div className="support-deeds">
        <ChoiceField
          label={t('fund')}
          value={fundId}
          onChange={setWanted}
          required
          none={t('noFundFits')}
          choices={fit.map(({ id, title, budgetLine, free }) => ({
            value: id,
            word: t('fundLeft', { title, line: budgetLine, left: dong(free) }),
          }))}
        />
        <button
          type="button"
          className="main-button"
          disabled={approve.busy || claimIds.length === 0 || !fundId}
          onClick={() => void approve.act().then(after('approved'))}
        >
          {t('approve')}
        </button>
      </div>
      <div className="support-deeds">
        <TextField label={t('reason')} value={reason} onChange={setReason} required most={300} />
        <button
          type="button"
          className="plain-button"
          disabled={refuse.busy || claimIds.length === 0 || !reason.trim()}
          onClick={() => void refuse.act().then(after('refused'))}
        >
          {t('refuse')}
        </button>
      </div>
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
    </>
  );
}

function Payment({ claimIds, onDone }: { claimIds: string[]; onDone: () => Promise<void> }) {
  const [proof, setProof] = useState('');
  const pay = useDeed((_: void, key) => call('POST /api/v1/support-claims/payments', { body: { claimIds, proof: proof.trim() }, key }));
  return (
    <>
      <div className="support-deeds">
        <TextField label={t('proof')} value={proof} onChange={setProof} required most={100} />
        <button
          type="button"
          className="main-button"
          disabled={pay.busy || claimIds.length === 0 || !proof.trim()}
          onClick={() =>
            void pay.act().then(async (done) => {
              if (!done) return;
              tellDone(t('paidDone', { count: formatNumber(done.claims.length) }));
              setProof('');
              await onDone();
            })
          }
        >
          {t('pay')}
        </button>
      </div>
      {pay.problem && (
        <p role="alert" className="fault">
          {pay.problem}
        </p>
      )}
    </>
  );
}
