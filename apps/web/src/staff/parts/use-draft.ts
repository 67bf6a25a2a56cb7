import { useEffect, useState } from 'react';
import { useMe } from '../session/me';

const PREFIX = 'benve.draft.';

/**
 * What somebody is typing, kept on this device per account until it is sent: a power cut loses nothing. Identity numbers never go in here.
 * @returns the value, its setter, and what throws the draft away
 */
export function useDraft<Value>(name: string, initial: Value): [Value, (value: Value) => void, () => void] {
  const key = `${PREFIX}${useMe().login}.${name}`;
  const [value, setValue] = useState<Value>(() => readDraft(key) ?? initial);
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (touched) localStorage.setItem(key, JSON.stringify(value));
  }, [key, touched, value]);
  const set = (next: Value) => {
    setTouched(true);
    setValue(next);
  };
  const drop = () => {
    setTouched(false);
    setValue(initial);
    localStorage.removeItem(key);
  };
  return [value, set, drop];
}

function readDraft<Value>(key: string): Value | undefined {
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? undefined : (JSON.parse(stored) as Value);
  } catch {
    return undefined;
  }
}

/** At sign-out nothing of an account stays on the device. */
export function dropDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
