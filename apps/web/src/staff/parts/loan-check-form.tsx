import { type FormEvent, useState } from 'react';
import { call } from '../../api/call';
import type { LoanDeedRequest } from '../../api/schema';
import type { ReadDay } from '../../language/read-day';
import { area } from '../../language/words';
import vi from '../../language/vi/loan-checks.json';
import { businessToday } from '../session/business-day';
import { ChoiceField } from './choice-field';
import { DayField } from './day-field';
import { DeedButton } from './deed-button';
import { DialogSheet } from './dialog-sheet';
import { dongOf } from './money/dong';
import { DongField } from './money/dong-field';
import { tellDone } from './notices';
import { TextField } from './text-field';
import { useDeed } from './use-deed';

const t = area('loan-checks', vi);
const KINDS = ['PERIODIC', 'REGULAR', 'SURPRISE'] as const;
const FINDINGS = ['AS_PROMISED', 'PARTLY', 'NOT_AS_PROMISED'] as const;

/** What somebody found who looked at how the money of a loan was used. Used as promised: two fields are filled in already, one press is enough. */
export function LoanCheckForm({
  loanId,
  of,
  onDone,
  onClose,
}: {
  loanId: string;
  of: string;
  onDone: () => Promise<unknown>;
  onClose: () => void;
}) {
  const [kind, setKind] = useState<string>('PERIODIC');
  const [finding, setFinding] = useState<string>('AS_PROMISED');
  const [on, setOn] = useState<ReadDay | undefined>({ day: businessToday(), precision: 'YMD' });
  const [misused, setMisused] = useState('');
  const [measure, setMeasure] = useState('');
  const deed = useDeed((body: LoanDeedRequest, key) => call('POST /api/v1/loans/{loanId}/deeds', { params: { loanId }, body, key }));
  const astray = finding !== 'AS_PROMISED';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const more = astray ? { misused: dongOf(misused), reason: measure.trim() } : {};
    const body = { deed: 'CHECK', checkKind: kind, finding, on: on!.day, ...more } as LoanDeedRequest;
    if (!(await deed.act(body))) return;
    tellDone(t('recorded', { name: of }));
    onClose();
    await onDone();
  };
  return (
    <DialogSheet title={t('record', { name: of })} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <ChoiceField
          label={t('kind')}
          value={kind}
          required
          onChange={setKind}
          choices={KINDS.map((value) => ({ value, word: t(`kind.${value}`) }))}
        />
        <ChoiceField
          label={t('finding')}
          value={finding}
          required
          onChange={setFinding}
          choices={FINDINGS.map((value) => ({ value, word: t(`finding.${value}`) }))}
        />
        <DayField label={t('on')} value={on} onChange={setOn} required />
        {astray && (
          <>
            <DongField label={t('misused')} value={misused} onChange={setMisused} required />
            <TextField label={t('measure')} value={measure} onChange={setMeasure} required most={300} />
          </>
        )}
        <div className="form-deeds">
          <DeedButton
            word={t('save')}
            deed={deed}
            disabled={!kind || !finding || !on || (astray && (!dongOf(misused) || !measure.trim()))}
          />
        </div>
      </form>
    </DialogSheet>
  );
}
