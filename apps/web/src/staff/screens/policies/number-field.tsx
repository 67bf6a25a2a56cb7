/** A whole number, or nothing where a rule allows that. */
export function NumberField({
  label,
  value,
  onChange,
  hint,
  min = 0,
}: {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  hint?: string;
  min?: number;
}) {
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        type="number"
        inputMode="numeric"
        min={min}
        step={1}
        value={value ?? ''}
        placeholder={hint}
        onChange={(event) => onChange(event.target.value === '' ? null : Math.trunc(Number(event.target.value)))}
      />
    </label>
  );
}
