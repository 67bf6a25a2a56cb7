import { OWNERS, type Rung } from './alert-value';
import { NumberField } from './number-field';
import { t, wordOf } from './policy-words';

/** Who is asked when nobody answered, rung by rung; each rung starts where the one before ended. */
export function EscalationEditor({
  owner,
  rungs,
  onChange,
}: {
  owner: string;
  rungs: readonly Rung[];
  onChange: (rungs: readonly Rung[]) => void;
}) {
  const linked = (next: readonly Rung[]) => onChange(next.map((rung, i) => ({ ...rung, from: i ? next[i - 1]!.to : owner })));
  const put = (at: number, part: Partial<Rung>) => linked(rungs.map((rung, i) => (i === at ? { ...rung, ...part } : rung)));
  return (
    <fieldset className="rungs">
      <legend>{t('edit.rungs')}</legend>
      {rungs.map((rung, i) => (
        <div key={i} className="form-side">
          <label className="form-field">
            <span>
              {t('edit.rung', { n: i + 1 })}: {t('edit.rungFrom')} {wordOf('who', rung.from)} {t('edit.rungTo')}
            </span>
            <select value={rung.to} onChange={(event) => put(i, { to: event.target.value })}>
              {OWNERS.map((role) => (
                <option key={role} value={role}>
                  {wordOf('who', role)}
                </option>
              ))}
            </select>
          </label>
          <NumberField label={t('edit.rungDays')} value={rung.workingDays} onChange={(days) => put(i, { workingDays: days ?? 0 })} />
          <button type="button" className="plain-button rung-remove" onClick={() => linked(rungs.filter((_, at) => at !== i))}>
            {t('edit.removeRung', { n: i + 1 })}
          </button>
        </div>
      ))}
      {rungs.length < 3 && (
        <button
          type="button"
          className="plain-button"
          onClick={() => linked([...rungs, { from: owner, to: 'department', workingDays: 3 }])}
        >
          {t('edit.addRung')}
        </button>
      )}
    </fieldset>
  );
}
