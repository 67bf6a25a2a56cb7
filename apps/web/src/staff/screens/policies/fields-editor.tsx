import { NumberField } from './number-field';
import { t, wordOf } from './policy-words';

type Plain = number | boolean | string | null | readonly (number | string)[];
type Fields = Readonly<Record<string, Plain>>;

const isPlain = (one: unknown): one is Plain =>
  one === null ||
  ['number', 'boolean', 'string'].includes(typeof one) ||
  (Array.isArray(one) && one.every((item) => typeof item !== 'object'));

/** A value that is one flat group of fields. */
export const isPlainFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isPlain);

/** One input for each field of a flat value, by the kind it has now. */
export function FieldsEditor({ value, onChange }: { value: Fields; onChange: (value: Fields) => void }) {
  return (
    <div className="form-side">
      {Object.entries(value).map(([name, one]) => (
        <Field key={name} label={wordOf('field', name)} value={one} onChange={(next) => onChange({ ...value, [name]: next })} />
      ))}
    </div>
  );
}

function Field({ label, value, onChange }: { label: string; value: Plain; onChange: (value: Plain) => void }) {
  if (typeof value === 'boolean')
    return (
      <label className="form-tick">
        <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
        {label}
      </label>
    );
  if (typeof value === 'number' || value === null)
    return <NumberField label={label} value={value} hint={value === null ? t('edit.empty') : undefined} onChange={onChange} />;
  if (typeof value === 'string')
    return (
      <label className="form-field">
        <span>{label}</span>
        <input value={value} onChange={(event) => onChange(event.target.value)} />
      </label>
    );
  const numbers = value.length > 0 && value.every((item) => typeof item === 'number');
  return (
    <label className="form-field">
      <span>
        {label} <span className="quiet small">({t('edit.list')})</span>
      </span>
      <textarea
        rows={Math.max(2, value.length)}
        value={value.join('\n')}
        onChange={(event) => onChange(event.target.value.split('\n').map((line) => (numbers ? Number(line) : line)))}
      />
    </label>
  );
}
