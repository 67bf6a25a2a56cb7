import { type Cell, cellText, isBlank } from './cell';

export type NameReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'bad';
      readonly code: 'NAME_NOT_A_NAME' | 'HOMOGLYPH_IN_NAME' | 'CONTROL_CHARACTERS' | 'FORMULA_CELL';
    };

/** Whole letters of Latin scripts (each is its own NFC) with single blanks between words: most cells of most files. */
const CLEAN = /^[\x21-\x7e\u00c0-\u024f\u1e00-\u1eff]+( [\x21-\x7e\u00c0-\u024f\u1e00-\u1eff]+)*$/;

/** NFC, single blanks, no invisible joiners. */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Control characters, direction marks, half characters: text that shows something else than it holds. */
export function hasHiddenCharacters(text: string): boolean {
  return /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\ufffe\uffff]/.test(text) || !text.isWellFormed();
}

/** A person's name. All capitals become ordinary writing; everything else stays as the paper has it. */
export function readName(cell: Cell | undefined): NameReading {
  if (isBlank(cell) || cell === null || cell === undefined) return { kind: 'none' };
  if (typeof cell === 'number') return { kind: 'bad', code: 'NAME_NOT_A_NAME' };
  if (typeof cell === 'object' && cell[0] !== 't' && cell[0] !== 'v')
    return { kind: 'bad', code: cell[0] === 'f' ? 'FORMULA_CELL' : 'NAME_NOT_A_NAME' };
  const raw = cellText(cell);
  if (hasHiddenCharacters(raw)) return { kind: 'bad', code: 'CONTROL_CHARACTERS' };
  const name = cleanText(raw).replace(/[*]+$/, '').trim();
  if (name === '') return { kind: 'none' };
  if (/[ÐðØøŁłƉɖ\u0400-\u04ff\u0370-\u03ff\uff00-\uffef]/u.test(name)) return { kind: 'bad', code: 'HOMOGLYPH_IN_NAME' };
  if (name.length > 100 || !/^\p{Script=Latin}[\p{Script=Latin}\p{M} '’.-]*(\([\p{L}\p{M} .]+\))?$/u.test(name))
    return { kind: 'bad', code: 'NAME_NOT_A_NAME' };
  return { kind: 'name', name: ordinaryCase(name) };
}

/** "LÒ THỊ HƯƠNG" and "lò thị hương" → "Lò Thị Hương"; mixed writing stays. */
export function ordinaryCase(name: string): string {
  if (/\p{Ll}/u.test(name) && /\p{Lu}/u.test(name)) return name;
  return name
    .toLocaleLowerCase('vi')
    .replace(/(^|[ \-'’(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'));
}

const HIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/** Words of a free field: kept as typed, without what cannot be seen. An apostrophe before = + - @ only says that the text is no formula. */
export function readWords(cell: Cell | undefined): string | null {
  const raw = cellText(cell);
  const text = (CLEAN.test(raw) ? raw : cleanText(raw.replace(HIDDEN, '').toWellFormed())).replace(/^'(?=[=+\-@])/, '');
  return text === '' || /^[-–—.…]+$/.test(text) ? null : text.slice(0, 2_000);
}
