import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { SupportClaimRequest, SupportOfCaseResponse } from '../../../api/schema';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { businessToday } from '../../session/business-day';
import { ChoiceField } from '../choice-field';
import { DayField } from '../day-field';
import { DeedButton } from '../deed-button';
import { DialogSheet } from '../dialog-sheet';
import { tellDone } from '../notices';
import { TextField } from '../text-field';
import { DongField } from './dong-field';
import { useDeed } from '../use-deed';
import { dong, dongOf } from './dong';
import { ScanChoice } from './scan-choice';

const t = area('support', vi);
type Item = SupportOfCaseResponse['open'][number];

const mostOf = ({ per, most }: Item): string => (most === null ? t('asBilled') : t(`most.${per as 'course'}`, { most: dong(most) }));

/** One cost with its receipt. The server holds it to the ceiling of the group and of the day on the receipt. */
export function SupportForm({
  caseId,
  support: { open, scans, basis, certain },
  onDone,
  onClose,
}: {
  caseId: string;
  support: SupportOfCaseResponse;
  onDone: () => Promise<unknown>;
  onClose: () => void;
}) {
  const [code, setCode] = useState('');
  const [units, setUnits] = useState('1');
  const [amount, setAmount] = useState('');
  const [spentOn, setSpentOn] = useState<ReadDay | undefined>({ day: businessToday(), precision: 'YMD' });
  const [receiptNo, setReceiptNo] = useState('');
  const [fileIds, setFileIds] = useState<readonly string[]>([]);
  const item = open.find((one) => one.item === code);
  const counted = item?.per === 'day' || item?.per === 'month';
  const deed = useDeed((body: SupportClaimRequest, key) => call('POST /api/v1/cases/{caseId}/supports', { params: { caseId }, body, key }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = {
      item: code,
      units: counted ? dongOf(units) : 1,
      amount: dongOf(amount),
      spentOn: spentOn!.day,
      receiptNo: receiptNo.trim(),
      fileIds: [...fileIds],
    };
    if (!(await deed.act(body))) return;
    tellDone(t('claimed'));
    onClose();
    await onDone();
  };
  return (
    <DialogSheet title={t('claim')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <ChoiceField
          label={t('item')}
          value={code}
          onChange={setCode}
          required
          choices={open.map((one) => ({ value: one.item, word: `${one.title} (${mostOf(one)})` }))}
        />
        <div className="form-side">
          {counted && (
            <TextField
              label={t(`units.${item.per as 'day'}`, { most: item.unitsMost ?? '…' })}
              value={units}
              onChange={setUnits}
              required
              most={4}
            />
          )}
          <DongField label={t('claimAmount')} value={amount} onChange={setAmount} required />
          <DayField label={t('spentOn')} value={spentOn} onChange={setSpentOn} required />
          <TextField label={t('receiptNo')} value={receiptNo} onChange={setReceiptNo} required most={60} />
        </div>
        <ScanChoice caseId={caseId} scans={scans} chosen={fileIds} onChoose={setFileIds} />
        <p className="quiet small">
          {item && item.papers.length > 0 && t('papers', { papers: item.papers.join(', ') })} {basis && t('basis', { basis })}{' '}
          {basis && !certain && t('uncertain')}
        </p>
        <div className="form-deeds">
          <DeedButton
            word={t('claim')}
            deed={deed}
            disabled={!item || (counted && !dongOf(units)) || !dongOf(amount) || !spentOn || !receiptNo.trim()}
          />
        </div>
      </form>
    </DialogSheet>
  );
}
