import { area } from './words';
import vi from './vi/people.json';

const t = area('people', vi);
type Key = keyof typeof vi;
const named = (kind: string) => (code: string | null | undefined) => {
  const key = `${kind}.${code}`;
  return !code ? '' : key in vi ? t(key as Key) : code;
};
const codesOf = (kind: string) => Object.keys(vi).flatMap((key) => (key.startsWith(`${kind}.`) ? [key.slice(kind.length + 1)] : []));

/** Names of the codes a person's card is made of, and the codes in their order for a choice. */
export const sexName = named('sex');
export const ethnicName = named('ethnic');
export const householdName = named('household');
export const educationName = named('education');
export const returnTypeName = named('returnType');
export const faultName = named('fault');
export const visitOutcomeName = named('outcome');
export const visitPurposeName = named('purpose');
export const PEOPLE_CODES = {
  sex: codesOf('sex'),
  ethnic: codesOf('ethnic'),
  household: codesOf('household'),
  education: codesOf('education'),
  returnType: codesOf('returnType'),
  fault: codesOf('fault'),
} as const;
