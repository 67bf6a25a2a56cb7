import { foldText, tidyText } from '@app/kernel';

/** What somebody typed into the one search box, taken apart: words of a name or of a place, a birth year, last digits of a telephone number. */
export interface FindQuestion {
  /** Words without marks, in the order typed. */
  readonly words: readonly string[];
  /** The same words as written, small letters, NFC. */
  readonly written: readonly string[];
  /** `1998`, or 98 of any century. */
  readonly year?: number;
  /** At least four digits at the end of a number. */
  readonly tail?: string;
}

/** A way to understand the words: these are of the name, the others name a commune. */
export interface Reading {
  readonly name: readonly number[];
  /** The words of the place, joined; undefined: all words are of the name. */
  readonly place?: string;
}

const MOST_WORDS = 8;

export function readQuestion(text: string): FindQuestion {
  const plain = tidyText(text);
  // "0912 345 678", "345.678": nothing but a number.
  if (/^[\d\s.()+-]+$/.test(plain)) return numbers([plain.replace(/\D/g, '')]);
  const parts = plain.toLowerCase().split(' ');
  const asked = parts.filter((part) => !/^\d+$/.test(part)).flatMap((part) => part.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean));
  const written = asked.filter((word) => foldText(word)).slice(0, MOST_WORDS);
  return { ...numbers(parts.filter((part) => /^\d+$/.test(part))), words: written.map(foldText), written };
}

function numbers(found: readonly string[]): FindQuestion {
  const year = found.map(Number).find((n, i) => (found[i]!.length === 4 && n >= 1930 && n <= 2030) || found[i]!.length === 2);
  const tail = found.find((digits) => digits.length >= 4);
  return { words: [], written: [], ...(year !== undefined && { year }), ...(tail && { tail }) };
}

/** All words as a name, and each run of words as a commune's name beside at least one word of the person's. */
export function readingsOf({ words }: FindQuestion, isPlace: (words: string) => boolean): Reading[] {
  const all = words.map((_, i) => i);
  const readings: Reading[] = [{ name: all }];
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length; to++) {
      const place = words.slice(from, to).join(' ');
      if (to - from < words.length && isPlace(place)) readings.push({ name: all.filter((i) => i < from || i >= to), place });
    }
  return readings;
}
