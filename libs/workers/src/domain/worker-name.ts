import { foldText, tidyText } from '@app/kernel';

/** The folded name: what name searches compare, in the order written. */
export function nameKey(fullName: string): string {
  return foldText(fullName);
}

/** Words of a folded name, each once. */
export function nameTokens(text: string): string[] {
  return [...new Set(foldText(text).split(' ').filter(Boolean))];
}

const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const PLACES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWX';
/** Huyền, hỏi, ngã, sắc, nặng: the order of tones behind a level one. */
const TONES = '\u0300\u0309\u0303\u0301\u0323';
/** Every Vietnamese letter with its tone → place in the alphabet and place among the tones. */
const PLACE_OF = new Map(
  [...LETTERS].flatMap((letter, i) => [
    [letter, [PLACES[i]!, '0']] as const,
    ...[...TONES].map((tone, t) => [(letter + tone).normalize('NFC'), [PLACES[i]!, String(t + 1)]] as const),
  ]),
);

/**
 * A name as a key in Vietnamese order, compared byte by byte: given name (last word), family name, middle names; in each the letters first and then
 * the tones, as in a dictionary. Other signs keep their own place.
 */
export function sortKey(fullName: string): string {
  const words = tidyText(fullName).toLowerCase().split(' ');
  return [words.at(-1)!, words.length > 1 ? words[0]! : '', words.slice(1, -1).join(' ')].map(orderOf).join('\u0001');
}

function orderOf(part: string): string {
  const places = [...part].map((letter) => PLACE_OF.get(letter) ?? [letter, '0']);
  return `${places.map(([place]) => place).join('')}\u0001${places.map(([, tone]) => tone).join('')}`;
}

/** Whether a folded name has all the words; a query word may be the beginning of a name's word. */
export function hasTokens(key: string, tokens: readonly string[]): boolean {
  const words = key.split(' ');
  return tokens.every((token) => words.some((word) => word.startsWith(token)));
}
