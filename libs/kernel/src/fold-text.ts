const MARKS = /\p{M}+/gu;

/**
 * The form in which Vietnamese text is compared and searched: no marks (so tone placement hòa/hoà does not matter), đ → d,
 * lower case, letters and digits separated by single blanks.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** NFC, single blanks, no edges: how text is stored. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim();
}
