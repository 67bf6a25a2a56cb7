import { type Ref, useEffect, useState } from 'react';
import { area } from '../../../language/words';
import vi from '../../../language/vi/cases.json';

const t = area('cases', vi);
const PAUSE_MS = 250;

/** Words of a name in any order, or a case code; the list follows a moment after the last letter. */
export function NameSearch({ ref, value, onChange }: { ref: Ref<HTMLInputElement>; value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
    // The setter of the address is new at every drawing; only what is typed starts the clock.
  }, [text]);
  return (
    <input
      ref={ref}
      type="search"
      className="field-input name-search"
      aria-label={t('search')}
      placeholder={t('search')}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
