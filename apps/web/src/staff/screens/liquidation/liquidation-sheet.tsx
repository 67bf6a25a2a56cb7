import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { LiquidationDeedRequest, LiquidationResponse, RefundAnswer, TakeMoneyBackRequest } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/liquidation.json';
import { DeedButton } from '../../parts/deed-button';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { TakeBack } from '../../parts/take-back';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { useMe } from '../../session/me';

const t = area('liquidation', vi);

/** One liquidation: what was taken, what is owed and paid, and the deeds of the reader's own side. */
export function LiquidationSheet({ caseId }: { caseId: string }) {
  const { role } = useMe();
  const queries = useQueryClient();
  const page = useQuery({
    queryKey: ['liquidation', caseId],
    queryFn: ({ signal }) => call('GET /api/v1/cases/{caseId}/liquidation', { params: { caseId }, signal }),
  });
  const mayReverse = ({ state }: LiquidationResponse) =>
    (role === 'agency_clerk' || role === 'centre_staff') && state !== 'CLOSED' && state !== 'UNILATERAL';
  const refresh = async () => {
    tellDone(t('recorded'));
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['liquidation', caseId] }),
      queries.invalidateQueries({ queryKey: ['liquidations'] }),
    ]);
  };
  return (
    <ListState query={page} rows={3}>
      {(one) => (
        <>
          <p>
            <span className="chip">{one.stateTitle}</span> {one.dueBy && `${t('dueBy')} ${formatDay(one.dueBy)}`}
          </p>
          <Receipts page={one} mayReverse={mayReverse(one)} onDone={refresh} />
          <h3>{t('refunds')}</h3>
          {one.refunds.length === 0 && <p className="quiet">{t('noRefunds')}</p>}
          {one.refunds.map((refund) => (
            <Refund
              key={refund.id}
              caseId={caseId}
              refund={refund}
              mayPay={role === 'agency_clerk'}
              mayReverse={mayReverse(one)}
              onDone={refresh}
            />
          ))}
          <p className="quiet">{t('letters', { sent: one.letters.length, needed: one.lettersNeeded })}</p>
          <Deeds page={one} agency={role === 'agency_clerk'} onDone={refresh} />
          {one.history.length > 0 && <h3>{t('history')}</h3>}
          <ul className="plain-list">
            {one.history.map((event, i) => (
              <li key={i}>
                {formatDay(event.on)} – {t(`deed.${event.deed as 'CONFIRM'}`)}{' '}
                <span className="quiet">({[event.by, event.organisation].filter(Boolean).join(', ')})</span> {event.note}
              </li>
            ))}
          </ul>
        </>
      )}
    </ListState>
  );
}

function Receipts({
  page: { caseId, receipts, refunds },
  mayReverse,
  onDone,
}: {
  page: LiquidationResponse;
  mayReverse: boolean;
  onDone: () => Promise<unknown>;
}) {
  const reversed = new Set(receipts.map(({ reversesId }) => reversesId));
  return (
    <>
      <h3>{t('receipts')}</h3>
      {receipts.length === 0 && <p className="quiet">{t('noReceipts')}</p>}
      <ul className="plain-list">
        {receipts.map((receipt) => (
          <li key={receipt.id}>
            {formatDay(receipt.paidOn)} · {receipt.receiptNo} · {t('dong', { amount: formatNumber(receipt.amount) })}
            {receipt.article && <div className="tone-urgent small">{receipt.article}</div>}
            {mayReverse && refunds.length === 0 && receipt.reversesId === null && !reversed.has(receipt.id) && (
              <Reversal caseId={caseId} what="RECEIPT" id={String(receipt.id)} word={t('takeBack')} onDone={onDone} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Reversal({
  caseId,
  what,
  id,
  word,
  onDone,
}: {
  caseId: string;
  what: TakeMoneyBackRequest['what'];
  id: string;
  word: string;
  onDone: () => Promise<unknown>;
}) {
  const deed = useDeed((reason: string, key) =>
    call('POST /api/v1/cases/{caseId}/money-reversals', { params: { caseId }, body: { what, id, reason }, key }),
  );
  return <TakeBack word={word} deed={deed} onDone={onDone} />;
}

function Refund({
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
  const [amount, setAmount] = useState(String(left));
  const [proof, setProof] = useState('');
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/refunds/{refundId}/payments', {
      params: { refundId: refund.id },
      body: { amount: Number(amount.replace(/\D/g, '')), proof: proof.trim() },
      key,
    }),
  );
  return (
    <div className="refund">
      <p>
        {t(`kind.${refund.kind as 'EARLY_RETURN'}`)}: {t('dong', { amount: formatNumber(refund.principal + refund.interest) })} –{' '}
        {t('paid')} {t('dong', { amount: formatNumber(refund.paid) })}
      </p>
      {refund.payments.map(({ id, amount: paid, on, proof: paper, takenBack }) => (
        <div key={id}>
          {formatDay(on)} · {paper} · {t('dong', { amount: formatNumber(paid) })}{' '}
          {takenBack && <span className="quiet">({t('takenBack')})</span>}
          {mayReverse && !takenBack && (
            <Reversal caseId={caseId} what="REFUND_PAYMENT" id={String(id)} word={t('takeBack')} onDone={onDone} />
          )}
        </div>
      ))}
      {mayReverse && refund.paid === 0 && <Reversal caseId={caseId} what="REFUND" id={refund.id} word={t('withdraw')} onDone={onDone} />}
      {mayPay && left > 0 && (
        <form
          className="form-rows"
          onSubmit={(event) => {
            event.preventDefault();
            void deed.act().then((done) => done && onDone());
          }}
        >
          <TextField label={t('amount')} value={amount} onChange={setAmount} required />
          <TextField label={t('proof')} value={proof} onChange={setProof} required />
          <div className="form-deeds">
            <DeedButton word={t('pay')} deed={deed} />
          </div>
        </form>
      )}
    </div>
  );
}

function Deeds({ page, agency, onDone }: { page: LiquidationResponse; agency: boolean; onDone: () => Promise<unknown> }) {
  const [note, setNote] = useState('');
  const deed = useDeed((body: LiquidationDeedRequest, key) =>
    call('POST /api/v1/cases/{caseId}/liquidation', { params: { caseId: page.caseId }, body, key }),
  );
  if (page.state === 'CLOSED' || page.state === 'UNILATERAL') return null;
  const mine = agency ? (['PROPOSE', 'SEND_LETTER', 'CLOSE_ALONE'] as const) : (['CONFIRM', 'DISPUTE'] as const);
  const fit = mine.filter(
    (one) => (one !== 'CLOSE_ALONE' || page.letters.length >= page.lettersNeeded) && (agency || page.state === 'PROPOSED'),
  );
  const act = async (name: (typeof fit)[number]) => {
    if (await deed.act({ deed: name, ...(note.trim() && { note: note.trim() }) })) await onDone();
  };
  return (
    <div className="form-rows">
      {fit.length > 0 && <TextField label={t('words')} value={note} onChange={setNote} />}
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
      <p className="choice-line">
        {fit.map((name, i) => (
          <button
            key={name}
            type="button"
            className={i === 0 ? 'main-button' : 'plain-button'}
            disabled={deed.busy}
            onClick={() => void act(name)}
          >
            {t(`deed.${name}`)}
          </button>
        ))}
      </p>
    </div>
  );
}
