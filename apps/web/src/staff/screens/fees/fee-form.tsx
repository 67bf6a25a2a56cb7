import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { call } from '../../../api/call';
import type { FeeSheetAnswer, FeeSheetRequest } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/fees.json';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { useMarkets } from '../../parts/markets';
import { dongOf } from '../../parts/money/dong';
import { tellDone } from '../../parts/notices';
import { DongField } from '../../parts/money/dong-field';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { useDraft } from '../../parts/use-draft';
import { businessToday } from '../../session/business-day';
import { Basis } from './ceiling-basis';
import { type FeeDraft, feeDraft, feeRequest, inWages, leftCeilings, workerPays } from './fee-draft';
import { FeeLines } from './fee-lines';

const t = area('fees', vi);

/** A sheet line by line, its sum and its ceilings beside it while it is typed; the server decides again. */
export function FeeForm({ from, name, onDone }: { from: Partial<FeeSheetAnswer>; name: string; onDone: (id: string) => void }) {
  const queries = useQueryClient();
  const markets = useMarkets();
  const [draft, setDraft, forget] = useDraft<FeeDraft>(`fees.${name}`, feeDraft(from, businessToday()));
  const change = (part: Partial<FeeDraft>) => setDraft({ ...draft, ...part });
  const request = feeRequest(draft);
  const held = useCeilings(draft);
  const ceilings = leftCeilings(held.ceilings, draft.lines);
  const total = workerPays(draft.lines);
  const deed = useDeed((body: FeeSheetRequest, key) => call('POST /api/v1/agency/fee-sheets', { body, key }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = request && (await deed.act(request));
    if (!done) return;
    forget();
    tellDone(t('published'));
    await queries.invalidateQueries({ queryKey: ['fee-sheets'] });
    onDone(done.id);
  };
  return (
    <form className="form-rows" onSubmit={(event) => void submit(event)}>
      <div className="form-side">
        <ChoiceField
          label={t('market')}
          value={draft.market}
          onChange={(market) => change({ market, job: '' })}
          required
          autoFocus
          choices={markets.list.map(({ code, name: word }) => ({ value: code, word }))}
        />
        <TextField label={t('occupation')} value={draft.occupation} onChange={(occupation) => change({ occupation })} required most={100} />
        <TextField label={t('termMonths')} value={draft.months} onChange={(months) => change({ months })} required most={3} />
        <DongField label={t('monthlyWage')} value={draft.monthlyWage} onChange={(monthlyWage) => change({ monthlyWage })} required />
        <ChoiceField
          label={t('job')}
          value={draft.job}
          onChange={(job) => change({ job })}
          none={t('jobNone')}
          choices={held.jobs.map(({ code, title }) => ({ value: code, word: title }))}
        />
        <DayField label={t('validFrom')} value={draft.validFrom} onChange={(validFrom) => change({ validFrom })} required />
      </div>
      <FeeLines lines={draft.lines} ceilings={ceilings} onChange={(lines) => change({ lines })} />
      <p className="fee-total" aria-live="polite">
        {t('sum')} <strong>{t('dong', { amount: formatNumber(total) })}</strong>{' '}
        {dongOf(draft.monthlyWage) > 0 && <span className="quiet">{t('wages', { wages: inWages(total, dongOf(draft.monthlyWage)) })}</span>}
      </p>
      <Basis ceilings={ceilings} />
      <div className="form-deeds">
        <DeedButton word={t('send')} deed={deed} disabled={!request} />
      </div>
    </form>
  );
}

/** The ceilings of the contract in the form, as soon as it says which. */
function useCeilings({ market, job, months, monthlyWage, validFrom }: FeeDraft) {
  const query = { market, ...(job && { job }), months: dongOf(months), monthlyWage: dongOf(monthlyWage), on: validFrom?.day };
  const { data } = useQuery({
    queryKey: ['fee-ceilings', query],
    enabled: market !== '' && query.months > 0 && query.months <= 120 && query.monthlyWage > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call('GET /api/v1/fee-ceilings', { query, signal }),
  });
  return data ?? { ceilings: [], jobs: [] };
}
