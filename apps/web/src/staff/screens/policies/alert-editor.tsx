import { alertSentences } from './alert-sentence';
import { type AlertValue, OWNERS, RECIPIENTS } from './alert-value';
import { EscalationEditor } from './escalation-editor';
import { NumberField } from './number-field';
import { t, wordOf } from './policy-words';

/** An alert rule by its parts: when, who, how long, who is told, who is next; and how the sentence reads with them. */
export function AlertEditor({ value, onChange }: { value: AlertValue; onChange: (value: AlertValue) => void }) {
  const change = (part: Partial<AlertValue>) => onChange({ ...value, ...part });
  const { offsetDays, answerWithin, repeat } = value;
  const unit = !answerWithin ? 'none' : 'days' in answerWithin ? 'days' : 'workingDays';
  const time = !answerWithin ? 0 : 'days' in answerWithin ? answerWithin.days : answerWithin.workingDays;
  const setOffset = (days: number, before: boolean) => {
    const next = before ? -days : days;
    change({ offsetDays: next, ...(value.estimatedOffsetDays === offsetDays ? { estimatedOffsetDays: next } : {}) });
  };
  const setAnswer = (kind: string, days: number) =>
    change({ answerWithin: kind === 'none' ? null : kind === 'days' ? { days } : { workingDays: days } });
  return (
    <div className="form-rows">
      {repeat ? (
        <div className="form-side">
          <NumberField
            label={t('edit.repeat')}
            value={repeat.everyDays}
            min={1}
            onChange={(days) => change({ repeat: { ...repeat, everyDays: days ?? 1 } })}
          />
          <NumberField
            label={t('edit.until')}
            value={repeat.untilDays}
            onChange={(days) => change({ repeat: { ...repeat, untilDays: days ?? 0 } })}
          />
          <NumberField
            label={t('edit.then')}
            value={repeat.thenEveryDays}
            min={1}
            onChange={(days) => change({ repeat: { ...repeat, thenEveryDays: days ?? 1 } })}
          />
        </div>
      ) : (
        <div className="form-side">
          <NumberField label={t('edit.days')} value={Math.abs(offsetDays)} onChange={(days) => setOffset(days ?? 0, offsetDays < 0)} />
          <label className="form-field">
            <span>{t('edit.when')}</span>
            <select
              value={offsetDays < 0 ? 'before' : 'after'}
              onChange={(event) => setOffset(Math.abs(offsetDays), event.target.value === 'before')}
            >
              <option value="before">{`${t('edit.before')} ${wordOf('anchor', value.family)}`}</option>
              <option value="after">{`${t('edit.after')} ${wordOf('anchor', value.family)}`}</option>
            </select>
          </label>
        </div>
      )}
      <div className="form-side">
        <label className="form-field">
          <span>{t('edit.owner')}</span>
          <select value={value.owner} onChange={(event) => change({ owner: event.target.value })}>
            {OWNERS.map((role) => (
              <option key={role} value={role}>
                {wordOf('who', role)}
              </option>
            ))}
          </select>
        </label>
        <NumberField
          label={t('edit.answer')}
          value={unit === 'none' ? null : time}
          onChange={(days) => setAnswer(unit === 'none' ? 'workingDays' : unit, days ?? 0)}
        />
        <label className="form-field">
          <span>{t('edit.answerUnit')}</span>
          <select value={unit} onChange={(event) => setAnswer(event.target.value, time || 3)}>
            <option value="workingDays">{t('edit.unitWorkingDays')}</option>
            <option value="days">{t('edit.unitDays')}</option>
            <option value="none">{t('edit.unitNone')}</option>
          </select>
        </label>
      </div>
      <fieldset className="tick-row">
        <legend>{t('edit.told')}</legend>
        {RECIPIENTS.map((role) => (
          <label key={role} className="form-tick">
            <input
              type="checkbox"
              checked={value.recipients.includes(role)}
              onChange={(event) =>
                change({ recipients: RECIPIENTS.filter((one) => (one === role ? event.target.checked : value.recipients.includes(one))) })
              }
            />
            {wordOf('who', role)}
          </label>
        ))}
      </fieldset>
      <EscalationEditor owner={value.owner} rungs={value.escalation} onChange={(escalation) => change({ escalation })} />
      <label className="form-tick">
        <input type="checkbox" checked={value.urgent} onChange={(event) => change({ urgent: event.target.checked })} />
        {t('edit.urgent')}
      </label>
      <div className="reads-as" role="status">
        <strong>{t('edit.reads')}</strong>
        <p>{alertSentences(value).join(' ')}</p>
      </div>
    </div>
  );
}
