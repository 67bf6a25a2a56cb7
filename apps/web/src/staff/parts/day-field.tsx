import { useEffect, useId, useState } from 'react';
import { formatDay, formatWeekday } from '../../language/format';
import { type ReadDay, readDay } from '../../language/read-day';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';
import { businessToday } from '../session/business-day';

const t = area('parts', vi);

export interface DayChoice {
  readonly day: string;
  readonly word: string;
}

/**
 * A date typed as people write it (5/3/26, 05032026, 5.3.2026); what was understood is read back below, a day that does not exist is told.
 * `short`: a year or a month alone will do. `onChange` gets undefined while nothing or nonsense stands there.
 */
export function DayField({
  label,
  value,
  onChange,
  short = false,
  required = false,
  choices = [],
  autoFocus,
  today = businessToday(),
}: {
  label: string;
  value: ReadDay | undefined;
  onChange: (day: ReadDay | undefined) => void;
  short?: boolean;
  required?: boolean;
  /** Days at one press, e.g. today. */
  choices?: readonly DayChoice[];
  autoFocus?: boolean;
  today?: string;
}) {
  const id = useId();
  const written = value ? formatDay(value.day, value.precision) : '';
  const [text, setText] = useState(written);
  useEffect(() => {
    if (value && readDay(text, today, short)?.day !== value.day) setText(written);
    // Only what comes from outside overwrites what was typed.
  }, [written]);
  const understood = readDay(text, today, short);
  const wrong = text.trim() !== '' && !understood;
  const type = (next: string) => {
    setText(next);
    onChange(readDay(next, today, short));
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {!required && <span className="quiet small"> {t('optional')}</span>}
      </label>
      <div className="field-line">
        <input
          id={id}
          className="field-input field-day"
          inputMode="numeric"
          autoComplete="off"
          placeholder={t(short ? 'dayOrYearShape' : 'dayShape')}
          value={text}
          required={required}
          aria-invalid={wrong}
          aria-describedby={`${id}-read`}
          autoFocus={autoFocus}
          onChange={(event) => type(event.target.value)}
          onBlur={() => understood && setText(formatDay(understood.day, understood.precision))}
        />
        {choices.map(({ day, word }) => (
          <button key={word} type="button" className="plain-button" onClick={() => type(formatDay(day))}>
            {word}
          </button>
        ))}
      </div>
      <p id={`${id}-read`} className={wrong ? 'field-note tone-urgent' : 'field-note quiet'}>
        {wrong ? t('dayWrong') : understood?.precision === 'YMD' ? `${formatWeekday(understood.day)} ${formatDay(understood.day)}` : ''}
      </p>
    </div>
  );
}
