import type { ContractRequest } from '../../../api/schema';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { DayField } from '../../parts/day-field';
import { TextField } from '../../parts/text-field';

const t = area('case', vi);

export interface WrittenContract {
  readonly number: string;
  readonly startsOn: ReadDay | undefined;
  readonly endsOn: ReadDay | undefined;
  readonly employer: string;
  readonly workplace: string;
  readonly occupation: string;
}

export const NO_CONTRACT: WrittenContract = {
  number: '',
  startsOn: undefined,
  endsOn: undefined,
  employer: '',
  workplace: '',
  occupation: '',
};

/** The terms that matter of a contract; only the end is ever asked for. */
export function ContractFields({
  kind,
  value,
  onChange,
  needsEnd,
}: {
  kind: ContractRequest['kind'];
  value: WrittenContract;
  onChange: (value: WrittenContract) => void;
  needsEnd: boolean;
}) {
  const change = (part: Partial<WrittenContract>) => onChange({ ...value, ...part });
  return (
    <fieldset className="form-group">
      <legend>{t(`contract.${kind}`)}</legend>
      <div className="form-side">
        <DayField label={t('contractEnd')} value={value.endsOn} onChange={(endsOn) => change({ endsOn })} required={needsEnd} />
        <DayField label={t('contractStart')} value={value.startsOn} onChange={(startsOn) => change({ startsOn })} />
      </div>
      <div className="form-side">
        <TextField label={t('contractNumber')} value={value.number} onChange={(number) => change({ number })} most={60} />
        {kind !== 'sending' && (
          <TextField label={t('employer')} value={value.employer} onChange={(employer) => change({ employer })} most={200} />
        )}
      </div>
      {kind !== 'sending' && kind !== 'extension' && (
        <div className="form-side">
          <TextField label={t('workplace')} value={value.workplace} onChange={(workplace) => change({ workplace })} most={200} />
          <TextField label={t('occupation')} value={value.occupation} onChange={(occupation) => change({ occupation })} most={200} />
        </div>
      )}
    </fieldset>
  );
}

/** Undefined when nothing of it was filled in. */
export function contractOf(kind: ContractRequest['kind'], written: WrittenContract, on: string | undefined): ContractRequest | undefined {
  const terms = Object.fromEntries(
    Object.entries({
      number: written.number.trim(),
      startsOn: written.startsOn?.day,
      endsOn: written.endsOn?.day,
      employer: written.employer.trim(),
      workplace: written.workplace.trim(),
      occupation: written.occupation.trim(),
    }).filter(([, value]) => value),
  );
  if (Object.keys(terms).length === 0) return undefined;
  return { kind, ...terms, ...(kind === 'sending' && on && { signedOn: on }) };
}
