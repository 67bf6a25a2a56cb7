import { useId, useState } from 'react';
import { area } from '../../../language/words';
import vi from '../../../language/vi/fairs.json';
import words from '../../../language/vi/parts.json';
import { readTime } from './read-time';

const t = area('fairs', vi);
const shared = area('parts', words);

/** An hour typed as people write it, on the 24-hour clock whatever the browser's own language is. `onChange` gets '' for nothing or nonsense. */
export function TimeField({
  label,
  value,
  onChange,
  required = false,
}: {
  label: string;
  value: string;
  onChange: (time: string) => void;
  required?: boolean;
}) {
  const id = useId();
  const [text, setText] = useState(value);
  const wrong = text.trim() !== '' && readTime(text) === undefined;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {!required && <span className="quiet small"> {shared('optional')}</span>}
      </label>
      <input
        id={id}
        className="field-input field-day"
        autoComplete="off"
        placeholder={t('timeShape')}
        value={text}
        required={required}
        aria-invalid={wrong}
        aria-describedby={`${id}-read`}
        onChange={(event) => {
          setText(event.target.value);
          onChange(readTime(event.target.value) ?? '');
        }}
        onBlur={() => setText(readTime(text) ?? text)}
      />
      <p id={`${id}-read`} className={wrong ? 'field-note tone-urgent' : 'field-note quiet'}>
        {wrong && t('timeWrong')}
      </p>
    </div>
  );
}
