import { formatDay } from '../../../language/format';
import { educationName, ethnicName, householdName, sexName } from '../../../language/people';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import type { FieldConflict } from './merge-fields';

const t = area('case', vi);
const NAMED: Readonly<Record<string, (code: string) => string>> = {
  sex: sexName,
  ethnicCode: ethnicName,
  householdClass: householdName,
  education: educationName,
};
const LABEL = {
  fullName: 'fullName',
  birth: 'birthDate',
  sex: 'sex',
  ethnicCode: 'ethnic',
  householdClass: 'household',
  education: 'education',
  skill: 'skill',
  hamlet: 'hamlet',
  phones: 'phones',
  consentFamilyNotice: 'consentNotice',
} as const;

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function shown(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('emptyValue');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'object') {
    const { day, precision } = value as { day: string; precision: string };
    return formatDay(day, precision);
  }
  return NAMED[field]?.(textOf(value)) ?? textOf(value);
}

/** A colleague saved first: what both changed is laid side by side, and one press decides each. Everything else was put together already. */
export function ConflictNotice({
  conflicts,
  onTake,
}: {
  conflicts: readonly FieldConflict[];
  onTake: (field: string, value: unknown) => void;
}) {
  return (
    <div className="conflict" role="alert">
      <p>
        <strong>{t('conflictTitle')}</strong> {t(conflicts.length > 0 ? 'conflictChoose' : 'conflictMerged')}
      </p>
      {conflicts.map(({ field, mine, theirs }) => (
        <fieldset key={field} className="conflict-field">
          <legend>{t(LABEL[field as keyof typeof LABEL])}</legend>
          <button type="button" className="plain-button" onClick={() => onTake(field, mine)}>
            {t('mine')}: <strong>{shown(field, mine)}</strong>
          </button>
          <button type="button" className="plain-button" onClick={() => onTake(field, theirs)}>
            {t('theirs')}: <strong>{shown(field, theirs)}</strong>
          </button>
        </fieldset>
      ))}
    </div>
  );
}
