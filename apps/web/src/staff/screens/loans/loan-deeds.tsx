import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { LoanDeedRequest, LoanResponse, PostingRequest } from '../../../api/schema';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/loans.json';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { ListState } from '../../parts/list-state';
import { dong, dongOf } from '../../parts/money/dong';
import { tellDone } from '../../parts/notices';
import { DongField } from '../../parts/money/dong-field';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';

const t = area('loans', vi);
type Field =
  | 'loanNo'
  | 'amount'
  | 'costs'
  | 'supported'
  | 'months'
  | 'until'
  | 'decisionNo'
  | 'reason'
  | 'collateral'
  | 'capitalSource'
  | 'creditGroup'
  | 'authorisedPayer';
/** Asked for, not needed. */
const OPTIONAL: readonly string[] = ['collateral', 'capitalSource', 'creditGroup', 'authorisedPayer'];
/** What each deed asks for; the first column is needed. */
const ASKED: Readonly<Record<string, readonly Field[]>> = {
  RECEIVE: [],
  APPRAISE: [],
  APPROVE: [
    'loanNo',
    'costs',
    'supported',
    'amount',
    'months',
    'decisionNo',
    'collateral',
    'capitalSource',
    'creditGroup',
    'authorisedPayer',
  ],
  REFUSE: ['reason'],
  CANCEL: ['reason'],
  END_DISBURSEMENT: [],
  EXTEND: ['months', 'reason', 'decisionNo'],
  FREEZE: ['until', 'reason', 'decisionNo'],
  UNFREEZE: ['reason'],
  WRITE_OFF: ['reason', 'decisionNo'],
  CONSENT: [],
  WITHDRAW_CONSENT: [],
};
const SUMS: readonly string[] = ['amount', 'costs', 'supported'];
const PAYEES = ['WORKER', 'AGENCY'] as const;
const POSTED = ['DISBURSEMENT', 'INTEREST', 'REPAYMENT', 'SETTLEMENT'] as const;

/** The next step of a loan, and nothing that does not fit. */
export function LoanDeeds({ loan, onDone }: { loan: LoanResponse; onDone: () => Promise<unknown> }) {
  const paysOut = loan.deeds.includes('DISBURSE');
  const takesIn = loan.deeds.includes('PAY');
  const deeds = [...loan.deeds.filter((deed) => deed in ASKED), loan.sharedOn === null ? 'CONSENT' : 'WITHDRAW_CONSENT'];
  const [chosen, setChosen] = useState(paysOut || takesIn ? 'post' : (deeds[0] ?? ''));
  const choices = [...(paysOut || takesIn ? ['post'] : []), ...deeds];
  return (
    <section className="sheet card">
      <h2>{t('next')}</h2>
      <div className="form-rows">
        <ChoiceField
          label={t('next')}
          value={chosen}
          required
          onChange={setChosen}
          choices={choices.map((value) => ({ value, word: t(`deed.${value as 'post'}`) }))}
        />
      </div>
      {chosen === 'post' ? (
        <PostForm key="post" loan={loan} kinds={POSTED.filter((kind) => (kind === 'DISBURSEMENT' ? paysOut : takesIn))} onDone={onDone} />
      ) : (
        chosen &&
        (chosen === 'APPROVE' && loan.caseId ? (
          <Approval loan={loan} caseId={loan.caseId} onDone={onDone} />
        ) : (
          <DeedForm key={chosen} loan={loan} deed={chosen} fields={ASKED[chosen] ?? []} onDone={onDone} />
        ))
      )}
    </section>
  );
}

/** What the budget has promised for the costs is read from its claims; it is asked by hand only where there is none. */
function Approval({ loan, caseId, onDone }: { loan: LoanResponse; caseId: string; onDone: () => Promise<unknown> }) {
  const paper = useQuery({
    queryKey: ['case', caseId, 'loan-eligibility'],
    queryFn: ({ signal }) => call('GET /api/v1/cases/{caseId}/loan-eligibility', { params: { caseId }, signal }),
  });
  return (
    <ListState query={paper} rows={4}>
      {({ supports }) => (
        <>
          {supports.length > 0 && (
            <p className="quiet">
              {t('supportedByClaims', {
                amount: dong(supports.reduce((sum, { amount }) => sum + amount, 0)),
                items: supports.map(({ title, amount }) => `${title} ${dong(amount)}`).join(', '),
              })}
            </p>
          )}
          <DeedForm
            loan={loan}
            deed="APPROVE"
            fields={ASKED.APPROVE!.filter((field) => field !== 'supported' || supports.length === 0)}
            onDone={onDone}
          />
        </>
      )}
    </ListState>
  );
}

function DeedForm({
  loan,
  deed,
  fields,
  onDone,
}: {
  loan: LoanResponse;
  deed: string;
  fields: readonly Field[];
  onDone: () => Promise<unknown>;
}) {
  const [texts, setTexts] = useState<Partial<Record<Field, string>>>({});
  const [until, setUntil] = useState<ReadDay>();
  const act = useDeed((body: LoanDeedRequest, key) =>
    call('POST /api/v1/loans/{loanId}/deeds', { params: { loanId: loan.id }, body, key }),
  );
  const text = (field: Field) => texts[field]?.trim() ?? '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act.act({
      deed: deed as 'CHECK',
      ...(text('loanNo') && { loanNo: text('loanNo') }),
      ...(text('amount') && { amount: dongOf(text('amount')) }),
      ...(text('costs') && { costs: dongOf(text('costs')) }),
      ...(text('supported') && { supported: dongOf(text('supported')) }),
      ...(text('months') && { [deed === 'APPROVE' ? 'termMonths' : 'months']: dongOf(text('months')) }),
      ...(until && { until: until.day }),
      ...(text('decisionNo') && { decisionNo: text('decisionNo') }),
      ...(text('reason') && { reason: text('reason') }),
      ...(text('collateral') && { collateral: text('collateral') }),
      ...(text('capitalSource') && { capitalSource: text('capitalSource') }),
      ...(text('creditGroup') && { creditGroup: text('creditGroup') }),
      ...(text('authorisedPayer') && { authorisedPayer: text('authorisedPayer') }),
    });
    if (!done) return;
    tellDone(t('recorded'));
    await onDone();
  };
  return (
    <form className="form-rows" onSubmit={(event) => void submit(event)}>
      {fields.map((field) => {
        if (field === 'until') return <DayField key={field} label={t('until')} value={until} onChange={setUntil} required />;
        const Field = SUMS.includes(field) ? DongField : TextField;
        return (
          <Field
            key={field}
            label={field === 'months' ? t('term') : t(field)}
            value={texts[field] ?? ''}
            onChange={(value) => setTexts({ ...texts, [field]: value })}
            required={!OPTIONAL.includes(field) && !(deed === 'APPROVE' && field === 'decisionNo')}
          />
        );
      })}
      <div className="form-deeds">
        <DeedButton word={t(`deed.${deed as 'RECEIVE'}`)} deed={act} />
      </div>
    </form>
  );
}

function PostForm({ loan, kinds, onDone }: { loan: LoanResponse; kinds: readonly string[]; onDone: () => Promise<unknown> }) {
  const [kind, setKind] = useState(kinds[0] ?? '');
  const [on, setOn] = useState<ReadDay | undefined>({ day: loan.today, precision: 'YMD' });
  const [amount, setAmount] = useState('');
  const [reference, setReference] = useState('');
  const [payee, setPayee] = useState('WORKER');
  const act = useDeed((body: PostingRequest, key) =>
    call('POST /api/v1/loans/{loanId}/postings', { params: { loanId: loan.id }, body, key }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done =
      on &&
      (await act.act({
        kind: kind as 'INTEREST',
        on: on.day,
        amount: dongOf(amount),
        reference: reference.trim(),
        ...(kind === 'DISBURSEMENT' && { payee: payee as 'WORKER' }),
      }));
    if (!done) return;
    setAmount('');
    setReference('');
    tellDone(t('recorded'));
    await onDone();
  };
  return (
    <form className="form-rows" onSubmit={(event) => void submit(event)}>
      <ChoiceField
        label={t('kind')}
        value={kind}
        required
        onChange={setKind}
        choices={kinds.map((value) => ({ value, word: t(`kind.${value as 'INTEREST'}`) }))}
      />
      <DayField label={t('day')} value={on} onChange={setOn} required today={loan.today} />
      <DongField label={t('amount')} value={amount} onChange={setAmount} required />
      {kind === 'DISBURSEMENT' && (
        <ChoiceField
          label={t('payee')}
          value={payee}
          required
          onChange={setPayee}
          choices={PAYEES.map((value) => ({ value, word: t(`payee.${value}`) }))}
        />
      )}
      <TextField label={t('reference')} value={reference} onChange={setReference} required />
      <div className="form-deeds">
        <DeedButton word={t('record')} deed={act} disabled={!kind || !on || !dongOf(amount)} />
      </div>
    </form>
  );
}
