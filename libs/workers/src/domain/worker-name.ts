import { foldText, tidyText } from '@app/kernel';

/** The folded name: what name searches compare, in the order written. */
export function nameKey(fullName: string): string {
  return foldText(fullName);
}

/** Words of a folded name, each once. */
export function nameTokens(text: string): string[] {
  return [...new Set(foldText(text).split(' ').filter(Boolean))];
}

/** Vietnamese order: the given name (last word) first, then the rest as written; the database compares it by `vi-x-icu`. */
export function sortKey(fullName: string): string {
  const words = tidyText(fullName).toLowerCase().split(' ');
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
}

/** Whether a folded name has all the words; a query word may be the beginning of a name's word. */
export function hasTokens(key: string, tokens: readonly string[]): boolean {
  const words = key.split(' ');
  return tokens.every((token) => words.some((word) => word.startsWith(token)));
}
