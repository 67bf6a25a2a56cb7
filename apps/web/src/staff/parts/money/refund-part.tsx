import { useState } from 'react';
import { call } from '../../../api/call';
import type { RefundAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { DeedButton } from '../deed-button';
import { TextField } from '../text-field';
import { DongField } from './dong-field';
import { useDeed } from '../use-deed';
import { dong, dongOf, grouped, t } from './dong';
import { MoneyReversal } from './money-reversal';
import { RefundWorking } from './refund-working';

/** One refund: how it was worked out, what was paid of it with which proof, and what is left. */
export function RefundPart({
  caseId,
  refund,
  mayPay,
  mayReverse,
  onDone,
}: {
  caseId: string;
  refund: RefundAnswer;
  mayPay: boolean;
  mayReverse: boolean;
  onDone: () => Promise<unknown>;
}) {
  const left = refund.principal + refund.interest - refund.paid;
  const [amount, setAmount] = useState(grouped(String(left)));
  const [proof, setProof] = useState('');
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/refunds/{refundId}/payments', {
      params: { refundId: refund.id },
      body: { amount: dongOf(amount), proof: proof.trim() },
      key,
    }),
  );
  return (
    <div className="refund">
      <p>
        {t(`kind.${refund.kind as 'EARLY_RETURN'}`)}: <strong>{dong(refund.principal + refund.interest)}</strong> – {t('paid')}{' '}
        {dong(refund.paid)}, {t('dueBy', { day: formatDay(refund.dueBy) })}
      </p>
      <RefundWorking refund={refund} />
      {refund.payments.map(({ id, amount: paid, on, proof: paper, takenBack }) => (
        <div key={id}>
          {formatDay(on)} · {paper} · {dong(paid)} {takenBack && <span className="quiet">({t('takenBack')})</span>}
          {mayReverse && !takenBack && (
            <MoneyReversal caseId={caseId} what="REFUND_PAYMENT" id={String(id)} word={t('takeBack')} onDone={onDone} />
          )}
        </div>
      ))}
      {mayReverse && refund.paid === 0 && (
        <MoneyReversal caseId={caseId} what="REFUND" id={refund.id} word={t('withdraw')} onDone={onDone} />
      )}
      {mayPay && left > 0 && (
        <form
          className="form-rows"
          onSubmit={(event) => {
            event.preventDefault();
            void deed.act().then((done) => done && onDone());
          }}
        >
          <DongField label={t('amount')} value={amount} onChange={setAmount} required />
          <TextField label={t('proof')} value={proof} onChange={setProof} required />
          <div className="form-deeds">
            <DeedButton word={t('pay')} deed={deed} />
          </div>
        </form>
      )}
    </div>
  );
}
