import { foldText } from '@app/kernel';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** One form for hoà and hòa: the tone behind the letters. */
function toneLast(word: string): string {
  const parts = word.toLowerCase().normalize('NFD');
  return parts.replace(TONES, '').normalize('NFC') + (parts.match(TONES)?.join('') ?? '');
}

const isMarked = (word: string) => word.toLowerCase() !== foldText(word);

/**
 * How well a name fits the words asked for: whole words before beginnings, the same marks before others, the order of the name before another,
 * a name said completely before one said in part. Only for comparing answers of one question.
 */
export function rankName(fullName: string, written: readonly string[]): number {
  const names = fullName.split(' ').filter(Boolean);
  const folded = names.map(foldText);
  const taken: number[] = [];
  let score = 0;
  for (const word of written) {
    const key = foldText(word);
    const exact = names.findIndex((name, i) => !taken.includes(i) && toneLast(name) === toneLast(word));
    const whole = folded.findIndex((name, i) => !taken.includes(i) && name === key);
    const at = exact >= 0 ? exact : whole >= 0 ? whole : folded.findIndex((name, i) => !taken.includes(i) && name.startsWith(key));
    if (at < 0) continue;
    taken.push(at);
    score += folded[at] === key ? 2 : 1;
    if (isMarked(word)) score += exact >= 0 ? 3 : -2;
    if (at === names.length - 1 && folded[at] === key) score += 1;
  }
  if (taken.length === names.length) score += 3;
  if (taken.every((at, i) => i === 0 || at > taken[i - 1]!)) score += 1;
  return score;
}
