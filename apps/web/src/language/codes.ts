import { area } from './words';
import vi from './vi/codes.json';

const t = area('codes', vi);
const named = (kind: string) => (code: string | null | undefined) => {
  const key = `${kind}.${code}`;
  return !code ? '' : key in vi ? t(key as keyof typeof vi) : code;
};

/** What officers call the codes of the API. A code newer than this build is shown as it is. */
export const stageName = named('stage');
export const roleName = named('role');
export const legalFormName = named('form');
export const answerName = named('answer');
export const familyName = named('family');
export const ownerName = named('owner');
export const alertStateName = named('alertState');
export const guardName = named('guard');
/** Why an alert ended: what somebody did, or what changed in the case. */
export const closingName = named('closing');

/** Codes of a kind in their order, for a choice. */
const codesOf = (kind: string) => Object.keys(vi).flatMap((key) => (key.startsWith(`${kind}.`) ? [key.slice(kind.length + 1)] : []));
export const CODES = { stage: codesOf('stage'), form: codesOf('form') } as const;
