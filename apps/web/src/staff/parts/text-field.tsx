import { useId } from 'react';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';

const t = area('parts', vi);

/** A label over a line, or over several. What is not asked for says so. */
export function TextField({
  label,
  value,
  onChange,
  lines = 1,
  required = false,
  most,
  note,
  autoFocus,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  lines?: number;
  required?: boolean;
  /** Longest text, in letters. */
  most?: number;
  note?: string;
  autoFocus?: boolean;
}) {
  const id = useId();
  const shared = {
    id,
    className: 'field-input',
    value,
    required,
    maxLength: most,
    autoFocus,
    'aria-describedby': note ? `${id}-note` : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {!required && <span className="quiet small"> {t('optional')}</span>}
      </label>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      )}
      {note && (
        <p id={`${id}-note`} className="field-note quiet">
          {note}
        </p>
      )}
    </div>
  );
}
