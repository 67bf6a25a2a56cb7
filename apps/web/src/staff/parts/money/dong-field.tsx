import { TextField } from '../text-field';
import { grouped } from './dong';

/** An amount in whole đồng. It stands in groups while it is typed, so that a comma meant for millions is seen not to count. */
export function DongField({
  label,
  value,
  onChange,
  required = false,
  most = 16,
  note,
  autoFocus,
}: {
  label: string;
  value: string;
  onChange: (amount: string) => void;
  required?: boolean;
  /** Longest text, points of the groups included. */
  most?: number;
  note?: string;
  autoFocus?: boolean;
}) {
  return (
    <TextField
      label={label}
      value={value}
      onChange={(typed) => onChange(grouped(typed))}
      required={required}
      most={most}
      note={note}
      autoFocus={autoFocus}
    />
  );
}
