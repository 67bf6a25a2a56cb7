import { useState } from 'react';

const drafts = new Map<string, unknown>();

/** What is being filled in outlives the screen (another look at the task, a session that ended), in memory only. */
export function useDraft<T>(key: string, first: T): [T, (part: Partial<T>) => void, () => void] {
  const [value, setValue] = useState<T>(() => (drafts.get(key) as T | undefined) ?? first);
  const change = (part: Partial<T>) => {
    const next = { ...((drafts.get(key) as T | undefined) ?? value), ...part };
    drafts.set(key, next);
    setValue(next);
  };
  return [value, change, () => void drafts.delete(key)];
}

export function forgetDrafts(): void {
  drafts.clear();
}

/** Fills a form before it opens. */
export const setDraft = (key: string, value: unknown): void => void drafts.set(key, value);
