import { Retelling } from './server-words';

const files = import.meta.glob<Record<string, string>>('./en/*.json', { eager: true, import: 'default' });

/** Every English text by area: the file's name. */
export const ENGLISH: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.json$/g, ''), words]),
);

/** Puts English in the place of what the server wrote in Vietnamese. */
export const { retellAnswer, retellFault } = new Retelling(ENGLISH);
