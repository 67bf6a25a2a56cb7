import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { RefundRequest } from '../../../api/schema';
import type { ReadDay } from '../../../language/read-day';
import { ChoiceField } from '../choice-field';
import { DayField } from '../day-field';
import { DeedButton } from '../deed-button';
import { DialogSheet } from '../dialog-sheet';
import { tellDone } from '../notices';
import { DongField } from './dong-field';
import { useDeed } from '../use-deed';
import { dongOf, t } from './dong';

const KINDS = ['EARLY_RETURN', 'DEATH', 'NOT_SENT', 'WITHDRAWAL'] as const;
const FAULTS = ['EMPLOYER', 'AGENCY', 'FORCE_MAJEURE', 'NONE', 'WORKER'] as const;

/** What the agency owes, worked out by the server from the receipts and the rule of today. */
export function RefundForm({ caseId, onDone, onClose }: { caseId: string; onDone: () => Promise<unknown>; onClose: () => void }) {
  const [kind, setKind] = useState<string>('EARLY_RETURN');
  const [fault, setFault] = useState('');
  const [lastDay, setLastDay] = useState<ReadDay>();
  const [costs, setCosts] = useState('');
  const deed = useDeed((body: RefundRequest, key) => call('POST /api/v1/cases/{caseId}/refunds', { params: { caseId }, body, key }));
  const proRata = kind === 'EARLY_RETURN' || kind === 'DEATH';
  const asksFault = kind === 'EARLY_RETURN' || kind === 'NOT_SENT';
  const asksCosts = kind === 'WITHDRAWAL' || (kind === 'NOT_SENT' && fault === 'FORCE_MAJEURE');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = {
      kind,
      ...(asksFault && fault && { fault }),
      ...(proRata && lastDay && { lastDay: lastDay.day }),
      ...(asksCosts && dongOf(costs) > 0 && { provenCosts: dongOf(costs) }),
    } as RefundRequest;
    if (!(await deed.act(body))) return;
    tellDone(t('recorded'));
    onClose();
    await onDone();
  };
  return (
    <DialogSheet title={t('owe')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <ChoiceField
          label={t('reason')}
          value={kind}
          onChange={setKind}
          required
          choices={KINDS.map((value) => ({ value, word: t(`kind.${value}`) }))}
        />
        {asksFault && (
          <ChoiceField
            label={t('fault')}
            value={fault}
            onChange={setFault}
            required={kind === 'EARLY_RETURN'}
            choices={FAULTS.map((value) => ({ value, word: t(`fault.${value}`) }))}
          />
        )}
        {proRata && <DayField label={t('lastDay')} value={lastDay} onChange={setLastDay} />}
        {asksCosts && <DongField label={t('provenCosts')} value={costs} onChange={setCosts} />}
        <p className="quiet small">{t('oweNote')}</p>
        <div className="form-deeds">
          <DeedButton word={t('workOut')} deed={deed} disabled={!kind || (kind === 'EARLY_RETURN' && !fault)} />
        </div>
      </form>
    </DialogSheet>
  );
}
