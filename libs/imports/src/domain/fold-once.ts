import { foldText } from '@app/kernel';

/** Registers repeat their words: an answer computed once is kept, up to a bound. For pure functions of a text. */
export function remembering<T>(compute: (text: string) => T, most = 20_000): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const answer = compute(text);
    if (kept.size >= most) kept.clear();
    kept.set(text, answer);
    return answer;
  };
}

/** {@link foldText} for texts that come again. */
export const foldOnce = remembering(foldText);
