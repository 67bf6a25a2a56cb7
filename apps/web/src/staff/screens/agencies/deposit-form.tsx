import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { DepositRequest } from '../../../api/schema';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/agencies.json';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { dongOf } from '../../parts/money/dong';
import { tellDone } from '../../parts/notices';
import { DongField } from '../../parts/money/dong-field';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';

const t = area('agencies', vi);
const EMPTY = { amount: '', bankName: '', basis: '' };

/** The deposit as it stands from a day on, by a paper; asked for only when somebody wants to record one. */
export function DepositForm({ organisationId }: { organisationId: string }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [fields, setFields] = useState(EMPTY);
  const [from, setFrom] = useState<ReadDay>();
  const change = (part: Partial<typeof EMPTY>) => setFields((now) => ({ ...now, ...part }));
  const deed = useDeed(async (body: DepositRequest, key: string) => {
    await call('POST /api/v1/agencies/{organisationId}/deposits', { params: { organisationId }, body, key });
    return true;
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { amount, bankName, basis } = fields;
    if (!(await deed.act({ amount: dongOf(amount), bankName: bankName.trim(), from: from!.day, basis: basis.trim() }))) return;
    tellDone(t('depositSaved'));
    setFields(EMPTY);
    setOpen(false);
    await queries.invalidateQueries({ queryKey: ['agencies', organisationId, 'claims'] });
  };
  if (!open)
    return (
      <button type="button" className="plain-button" onClick={() => setOpen(true)}>
        {t('recordDeposit')}
      </button>
    );
  const typed = /\d/.test(fields.amount);
  return (
    <form className="form-group" onSubmit={(event) => void submit(event)} aria-label={t('recordDeposit')}>
      <div className="form-side">
        <DongField
          label={t('depositAmount')}
          value={fields.amount}
          onChange={(amount) => change({ amount })}
          required
          most={20}
          autoFocus
        />
        <TextField label={t('depositBank')} value={fields.bankName} onChange={(bankName) => change({ bankName })} required most={200} />
        <DayField label={t('depositFrom')} value={from} onChange={setFrom} required />
        <TextField label={t('depositBasis')} value={fields.basis} onChange={(basis) => change({ basis })} required most={300} />
      </div>
      <div className="form-deeds">
        <DeedButton word={t('recordDeposit')} deed={deed} disabled={!typed || !from || !fields.bankName.trim() || !fields.basis.trim()} />
      </div>
    </form>
  );
}
