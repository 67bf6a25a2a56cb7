import { formatDay } from '../../language/format';

/** A day: the usual ones as one tap, any other by the phone's own calendar. */
export function DayField({
  label,
  value,
  min,
  max,
  usual,
  onChange,
}: {
  label: string;
  value: string;
  min?: string;
  max?: string;
  usual: readonly { readonly day: string; readonly word: string }[];
  onChange: (day: string) => void;
}) {
  return (
    <div className="day-field">
      <label>
        {label}
        <input type="date" value={value} min={min} max={max} onChange={(event) => onChange(event.target.value)} />
      </label>
      {value && <output>{formatDay(value)}</output>}
      <div className="usual">
        {usual.map(({ day, word }) => (
          <button key={word} type="button" className="chip-button" aria-pressed={value === day} onClick={() => onChange(day)}>
            {word} <small>{formatDay(day).slice(0, 5)}</small>
          </button>
        ))}
      </div>
    </div>
  );
}
