import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { FeeReceiptRequest } from '../../../api/schema';
import { feeItemName, FEE_ITEMS } from '../../../language/fee-items';
import type { ReadDay } from '../../../language/read-day';
import { businessToday } from '../../session/business-day';
import { ChoiceField } from '../choice-field';
import { DayField } from '../day-field';
import { DeedButton } from '../deed-button';
import { DialogSheet } from '../dialog-sheet';
import { tellDone } from '../notices';
import { TextField } from '../text-field';
import { DongField } from './dong-field';
import { useDeed } from '../use-deed';
import { dongOf, t } from './dong';

/** Money somebody took from the worker. What was wrong about it is told with its article; the record stands all the same. */
export function ReceiptForm({ caseId, onDone, onClose }: { caseId: string; onDone: () => Promise<unknown>; onClose: () => void }) {
  const [item, setItem] = useState('');
  const [amount, setAmount] = useState('');
  const [paidOn, setPaidOn] = useState<ReadDay | undefined>({ day: businessToday(), precision: 'YMD' });
  const [receiptNo, setReceiptNo] = useState('');
  const deed = useDeed((body: FeeReceiptRequest, key) =>
    call('POST /api/v1/cases/{caseId}/fee-receipts', { params: { caseId }, body, key }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await deed.act({
      item: item as FeeReceiptRequest['item'],
      amount: dongOf(amount),
      paidOn: paidOn!.day,
      receiptNo: receiptNo.trim(),
    });
    if (!done) return;
    tellDone(done.article ? t('recordedFlagged', { article: done.article }) : t('recorded'));
    onClose();
    await onDone();
  };
  return (
    <DialogSheet title={t('addReceipt')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <ChoiceField
          label={t('item')}
          value={item}
          onChange={setItem}
          required
          choices={FEE_ITEMS.map((value) => ({ value, word: feeItemName(value) }))}
        />
        <div className="form-side">
          <DongField label={t('amount')} value={amount} onChange={setAmount} required />
          <DayField label={t('paidOn')} value={paidOn} onChange={setPaidOn} required />
          <TextField label={t('receiptNo')} value={receiptNo} onChange={setReceiptNo} required most={60} />
        </div>
        <div className="form-deeds">
          <DeedButton word={t('record')} deed={deed} disabled={!item || !dongOf(amount) || !paidOn || !receiptNo.trim()} />
        </div>
      </form>
    </DialogSheet>
  );
}
