import { call } from '../../../api/call';
import type { RegisterWorkerRequest } from '../../../api/schema';
import type { RegisterDraft, TypedNumbers } from './register-screen';

export type Registered = { readonly outcome: 'opened'; readonly caseId: string } | { readonly outcome: 'existing' | 'ask' | 'foreign' };

const digits = (text: string) => text.replace(/[\s.]/g, '');
const filled = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined)) as Partial<T>;

/** Registers the person, then opens the case. Both carry keys made of the one deed: tried again, each happens once. */
export async function register(draft: RegisterDraft, numbers: TypedNumbers, others: readonly string[], key: string): Promise<Registered> {
  const answer = await call('POST /api/v1/workers', { body: requestOf(draft, numbers, others), key: `${key}-worker` });
  if (answer.outcome !== 'created') return { outcome: answer.outcome as 'existing' | 'ask' | 'foreign' };
  const opened = await call('POST /api/v1/cases', {
    body: { workerId: answer.workerId!, ...(draft.market && { market: draft.market }) },
    key: `${key}-case`,
  });
  return { outcome: 'opened', caseId: opened.caseId };
}

function requestOf(draft: RegisterDraft, numbers: TypedNumbers, others: readonly string[]): RegisterWorkerRequest {
  const contact = filled({ fullName: draft.contactName.trim(), kin: draft.contactKin.trim(), phone: digits(numbers.contactPhone) });
  return {
    fullName: draft.fullName.trim(),
    communeCode: draft.commune?.code ?? '',
    ...filled({
      citizenId: digits(numbers.citizenId),
      sex: draft.sex as 'M',
      hamlet: draft.hamlet.trim(),
      ethnicCode: draft.ethnicCode,
      householdClass: draft.householdClass,
    }),
    ...(draft.birth && { birthDate: draft.birth.day, birthPrecision: draft.birth.precision }),
    ...(numbers.phone.trim() && { phones: [digits(numbers.phone)] }),
    ...(contact.fullName && { contacts: [{ ...contact, fullName: contact.fullName, consent: draft.contactConsent }] }),
    consentFamilyNotice: draft.consentFamilyNotice,
    ...(others.length > 0 && { confirmedNew: others }),
  };
}
