import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { EscrowDeedRequest } from '../../../api/schema';
import type { ReadDay } from '../../../language/read-day';
import { businessToday } from '../../session/business-day';
import { useMe } from '../../session/me';
import { ChoiceField } from '../choice-field';
import { DayField } from '../day-field';
import { DeedButton } from '../deed-button';
import { DialogSheet } from '../dialog-sheet';
import { tellDone } from '../notices';
import { TextField } from '../text-field';
import { DongField } from './dong-field';
import { useDeed } from '../use-deed';
import { dongOf, grouped, t } from './dong';

type Kind = 'EPS' | 'AGENCY';
/** Only the State takes an EPS escrow, only an agency sets damage against its own. */
const DEEDS: Readonly<Record<Kind, readonly EscrowDeedRequest['deed'][]>> = {
  EPS: ['DEPOSIT', 'INTEREST', 'RETURN', 'FORFEIT'],
  AGENCY: ['DEPOSIT', 'INTEREST', 'RETURN', 'USE'],
};

/** One movement of an escrow with its voucher. */
export function EscrowForm({
  caseId,
  kinds,
  first,
  of,
  onDone,
  onClose,
}: {
  caseId: string;
  kinds: readonly Kind[];
  /** What the rules say comes next, and how much. */
  first?: { readonly deed: EscrowDeedRequest['deed']; readonly amount: number };
  /** Whose money it is, where the page does not say. */
  of?: string;
  onDone: () => Promise<unknown>;
  onClose: () => void;
}) {
  const [kind, setKind] = useState<Kind>(kinds.at(-1)!);
  const [deed, setDeed] = useState<string>(first?.deed ?? 'DEPOSIT');
  const [amount, setAmount] = useState(first?.amount ? grouped(String(first.amount)) : '');
  const [atCaseBank, setAtCaseBank] = useState(false);
  const [on, setOn] = useState<ReadDay | undefined>({ day: businessToday(), precision: 'YMD' });
  const [reference, setReference] = useState('');
  const { role } = useMe();
  const doing = useDeed((body: EscrowDeedRequest, key) => call('POST /api/v1/cases/{caseId}/escrows', { params: { caseId }, body, key }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = {
      kind,
      deed,
      amount: dongOf(amount),
      on: on!.day,
      reference: reference.trim(),
      ...(atCaseBank && { atCaseBank }),
    } as EscrowDeedRequest;
    if (!(await doing.act(body))) return;
    tellDone(t('recorded'));
    onClose();
    await onDone();
  };
  return (
    <DialogSheet title={of ? t('addEscrowOf', { name: of }) : t('addEscrow')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        {kinds.length > 1 && (
          <ChoiceField
            label={t('ledger')}
            value={kind}
            onChange={(value) => (setKind((value || kinds[0]!) as Kind), setDeed('DEPOSIT'))}
            required
            choices={kinds.map((value) => ({ value, word: t(`escrow.${value}`) }))}
          />
        )}
        <ChoiceField
          label={t('movement')}
          value={deed}
          onChange={setDeed}
          required
          choices={DEEDS[kind].map((value) => ({ value, word: t(`deed.${value}`) }))}
        />
        <div className="form-side">
          <DongField label={t('amount')} value={amount} onChange={setAmount} required />
          <DayField label={t('on')} value={on} onChange={setOn} required />
          <TextField label={t('reference')} value={reference} onChange={setReference} required most={60} />
        </div>
        {kind === 'AGENCY' && deed === 'DEPOSIT' && role !== 'bank_officer' && (
          <label className="form-tick">
            <input type="checkbox" checked={atCaseBank} onChange={(event) => setAtCaseBank(event.target.checked)} /> {t('atCaseBank')}
          </label>
        )}
        <div className="form-deeds">
          <DeedButton word={t('record')} deed={doing} disabled={!deed || !dongOf(amount) || !on || !reference.trim()} />
        </div>
      </form>
    </DialogSheet>
  );
}
