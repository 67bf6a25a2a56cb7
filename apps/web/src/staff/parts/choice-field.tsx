import { useId } from 'react';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';

const t = area('parts', vi);

export interface Choice {
  readonly value: string;
  readonly word: string;
}

/** One of a list, by the browser's own control: works with every keyboard, phone and screen reader. */
export function ChoiceField({
  label,
  value,
  onChange,
  choices,
  required = false,
  none = '—',
  autoFocus,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly Choice[];
  required?: boolean;
  /** What stands there while nothing is chosen. */
  none?: string;
  autoFocus?: boolean;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {!required && <span className="quiet small"> {t('optional')}</span>}
      </label>
      <select
        id={id}
        className="field-input"
        value={value}
        required={required}
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{none}</option>
        {choices.map(({ value: one, word }) => (
          <option key={one} value={one}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}
