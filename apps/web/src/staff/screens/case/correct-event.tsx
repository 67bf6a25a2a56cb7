import { type FormEvent, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { ContractRequest, EventAnswer, ReplacementRequest } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { PEOPLE_CODES, returnTypeName } from '../../../language/people';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { refreshCase } from './refresh-case';

const t = area('case', vi);
const read = (day: unknown): ReadDay | undefined => (typeof day === 'string' ? { day, precision: 'YMD' } : undefined);

/** Says what is true instead of a report, or that it never happened. The old one stays in the history, struck through. */
export function CorrectEvent({
  caseId,
  version,
  event,
  onClose,
}: {
  caseId: string;
  version: number;
  event: EventAnswer;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const contract = event.detail.contract as ContractRequest | undefined;
  const [withdrawn, setWithdrawn] = useState(false);
  const [on, setOn] = useState(read(event.effectiveOn));
  const [endsOn, setEndsOn] = useState(read(contract?.endsOn));
  const [returnType, setReturnType] = useState((event.detail.returnType as string | undefined) ?? '');
  const [reason, setReason] = useState('');
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/cases/{caseId}/events/{eventId}/correction', {
      params: { caseId, eventId: String(event.id) },
      body: { reason: reason.trim(), ...(!withdrawn && { replacement: replacementOf(event, contract, on, endsOn, returnType) }) },
      key,
      version,
    }),
  );
  const submit = async (press: FormEvent) => {
    press.preventDefault();
    if (!(await deed.act())) return;
    tellDone(t('corrected', { title: event.title }));
    onClose();
    await refreshCase(queries);
  };
  return (
    <DialogSheet title={t('correctWhat', { title: event.title })} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <p className="quiet">{t('correctText', { day: formatDay(event.effectiveOn) || '—' })}</p>
        <div className="choice-line" role="radiogroup" aria-label={t('whatIsTrue')}>
          {[false, true].map((away) => (
            <label key={String(away)} className="form-tick">
              <input type="radio" name="withdrawn" checked={withdrawn === away} onChange={() => setWithdrawn(away)} />
              {t(away ? 'neverHappened' : 'otherwise')}
            </label>
          ))}
        </div>
        {!withdrawn && (
          <div className="form-side">
            <DayField label={t('happenedOn')} value={on} onChange={setOn} required />
            {contract && <DayField label={t('contractEnd')} value={endsOn} onChange={setEndsOn} />}
            {event.kind === 'RETURNED' && (
              <ChoiceField
                label={t('returnType')}
                value={returnType}
                onChange={setReturnType}
                required
                choices={PEOPLE_CODES.returnType.map((value) => ({ value, word: returnTypeName(value) }))}
              />
            )}
          </div>
        )}
        <TextField label={t('reason')} value={reason} onChange={setReason} required most={300} note={t('reasonNote')} />
        <div className="form-deeds">
          <DeedButton word={t('saveCorrection')} deed={deed} disabled={reason.trim().length < 5} />
        </div>
      </form>
    </DialogSheet>
  );
}

/** Everything the report said stays, but for what was changed here. */
function replacementOf(
  event: EventAnswer,
  contract: ContractRequest | undefined,
  on: ReadDay | undefined,
  endsOn: ReadDay | undefined,
  returnType: string,
): ReplacementRequest {
  const { contract: _, opened: __, sourceRef: ___, ...detail } = event.detail;
  return {
    ...(on && { effectiveOn: on.day }),
    detail: { ...detail, ...(returnType && { returnType }) } as ReplacementRequest['detail'],
    ...(contract && { contract: { ...contract, ...(endsOn && { endsOn: endsOn.day }) } }),
  };
}
