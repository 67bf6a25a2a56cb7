import { area } from '../../../language/words';
import vi from '../../../language/vi/policies.json';

export const t = area('policies', vi);
export type PolicyWord = keyof typeof vi;

/** The catalogue's word for a code, or the code itself: an office may have rules that this build does not know. */
export const wordOf = (kind: 'rule' | 'field' | 'who' | 'anchor', code: string): string => {
  const key = `${kind}.${code}`;
  return key in vi ? t(key as PolicyWord) : code;
};
