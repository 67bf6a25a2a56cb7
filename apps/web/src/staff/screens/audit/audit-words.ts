import { area } from '../../../language/words';
import vi from '../../../language/vi/audit.json';

export const t = area('audit', vi);

/** Deeds that have words, in the order of the list. */
export const DEEDS = Object.keys(vi)
  .filter((key) => key.startsWith('deed.'))
  .map((key) => key.slice('deed.'.length));

const named = (kind: 'deed' | 'subject') => (code: string) => {
  const key = `${kind}.${code}`;
  return key in vi ? t(key as keyof typeof vi) : code;
};
/** A deed or a kind of record newer than this build is shown by its code. */
export const deedName = named('deed');
export const subjectName = named('subject');
