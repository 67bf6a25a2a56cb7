import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { SupportFundRequest, SupportFundsResponse } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { ChoiceField } from '../../parts/choice-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { dongOf } from '../../parts/money/dong';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';

const t = area('support', vi);

/** Money given to a source by a decision, or taken from what nobody was promised. */
export function FundForm({
  year,
  programmes,
  onClose,
}: {
  year: number;
  programmes: SupportFundsResponse['programmes'];
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [programme, setProgramme] = useState('');
  const [budgetLine, setBudgetLine] = useState('');
  const [amount, setAmount] = useState('');
  const [decision, setDecision] = useState('');
  const deed = useDeed((body: SupportFundRequest, key) => call('POST /api/v1/support-funds', { body, key }));
  const given = /^\s*[-−]/.test(amount) ? -dongOf(amount) : dongOf(amount);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await deed.act({ programme, year, budgetLine: budgetLine.trim(), amount: given, decision: decision.trim() });
    if (!done) return;
    queries.setQueryData(['support-funds'], done);
    tellDone(t('allotDone'));
    onClose();
  };
  return (
    <DialogSheet title={t('allot')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <p className="quiet">{t('allotNote')}</p>
        <ChoiceField
          label={t('programme')}
          value={programme}
          onChange={setProgramme}
          required
          choices={programmes.map(({ code, title }) => ({ value: code, word: title }))}
        />
        <TextField label={t('budgetLine')} value={budgetLine} onChange={setBudgetLine} required most={60} />
        <div className="form-side">
          <TextField label={t('allotAmount')} value={amount} onChange={setAmount} required most={18} />
          <TextField label={t('decision')} value={decision} onChange={setDecision} required most={100} />
        </div>
        <div className="form-deeds">
          <DeedButton word={t('allot')} deed={deed} disabled={!programme || !budgetLine.trim() || !given || !decision.trim()} />
        </div>
      </form>
    </DialogSheet>
  );
}
