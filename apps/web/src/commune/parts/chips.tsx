/** One choice of a few, or several: real inputs that a thumb can hit. */
export function Chips<Value extends string>({
  legend,
  name,
  values,
  chosen,
  label,
  many,
  onChange,
}: {
  legend: string;
  name: string;
  values: readonly Value[];
  chosen: readonly Value[];
  label: (value: Value) => string;
  many?: true;
  onChange: (chosen: Value[]) => void;
}) {
  const toggle = (value: Value) =>
    onChange(many ? (chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]) : [value]);
  return (
    <fieldset className="chips">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} className="chip">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            value={value}
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
          />
          <span>{label(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}
