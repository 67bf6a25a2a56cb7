import type { LiquidationResponse } from '../../../api/schema';
import { feeItemName } from '../../../language/fee-items';
import { formatDay } from '../../../language/format';
import { dong, t } from './dong';
import { MoneyReversal } from './money-reversal';

/** What was taken from the worker, with the article where it was taken too early or without right. */
export function ReceiptList({
  page: { caseId, receipts, refunds },
  mayReverse,
  onDone,
}: {
  page: LiquidationResponse;
  mayReverse: boolean;
  onDone: () => Promise<unknown>;
}) {
  const reversed = new Set(receipts.map(({ reversesId }) => reversesId));
  if (receipts.length === 0) return <p className="quiet">{t('noReceipts')}</p>;
  return (
    <ul className="plain-list">
      {receipts.map((receipt) => {
        const back = receipt.reversesId !== null || reversed.has(receipt.id);
        return (
          <li key={receipt.id}>
            {formatDay(receipt.paidOn)} · {feeItemName(receipt.item)} · {receipt.receiptNo} · <strong>{dong(receipt.amount)}</strong>
            {back && <span className="quiet small"> ({t('takenBack')})</span>}
            {receipt.article && !back && <div className="tone-urgent small">{receipt.article}</div>}
            {mayReverse && refunds.length === 0 && !back && (
              <MoneyReversal caseId={caseId} what="RECEIPT" id={String(receipt.id)} word={t('takeBack')} onDone={onDone} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
