import type { LocalDate } from '@app/kernel';
import type { BirthPrecision, FillableField, WorkerRecord } from './worker-record';

/** What is stored of a person, as far as a later record may fill or better it. */
export interface StoredWorker {
  readonly id: string;
  readonly version: number;
  readonly birthDate: LocalDate | null;
  readonly birthPrecision: BirthPrecision | null;
  readonly sex: 'M' | 'F' | null;
  readonly ethnicCode: string | null;
  readonly householdClass: string | null;
  readonly education: string | null;
  readonly skill: string | null;
  readonly hamlet: string | null;
  readonly hasCitizenId: boolean;
  readonly hasPassport: boolean;
  readonly phones: readonly string[];
  readonly contactKeys: readonly string[];
  readonly priorityGroups: readonly string[];
}

export interface Filling {
  /** New values of the changed fields; numbers and contacts are taken from the record itself. */
  readonly set: Readonly<Partial<Record<FillableField, unknown>>>;
  readonly before: Readonly<Partial<Record<FillableField, unknown>>>;
  readonly kept: readonly FillableField[];
}

const PLAIN = ['sex', 'ethnicCode', 'householdClass', 'education', 'skill'] as const;
const WORTH: Record<BirthPrecision, number> = { Y: 1, YM: 2, YMD: 3 };

/**
 * What a later record adds to a known person: empty fields are filled, a birth date only grows more exact, telephone numbers
 * are replaced by a newer list, groups and contacts are added. Everything else stays and is reported as kept.
 */
export function fillWorker(stored: StoredWorker, record: WorkerRecord, contactKey: (name: string) => string): Filling {
  const set: Partial<Record<FillableField, unknown>> = {};
  const before: Partial<Record<FillableField, unknown>> = {};
  const kept: FillableField[] = [];
  const take = (field: FillableField, now: unknown, then: unknown) => {
    set[field] = now;
    before[field] = then;
  };
  for (const field of PLAIN) {
    const told = record[field];
    if (!told || told === stored[field]) continue;
    if (stored[field] === null) take(field, told, null);
    else kept.push(field);
  }
  const { hamlet } = record.residence;
  if (hamlet && stored.hamlet === null) take('hamlet', hamlet, null);
  else if (hamlet && hamlet !== stored.hamlet) kept.push('hamlet');
  const birth = betterBirth(stored, record);
  if (birth === 'kept') kept.push('birthDate');
  else if (birth) {
    take('birthDate', record.birthDate, stored.birthDate);
    take('birthPrecision', record.birthPrecision ?? 'YMD', stored.birthPrecision);
  }
  if (record.citizenId && !stored.hasCitizenId) take('citizenId', true, null);
  if (record.passport && !stored.hasPassport) take('passport', true, null);
  const phones = record.phones ?? [];
  if (phones.length > 0 && phones.join() !== stored.phones.join()) take('phones', phones, stored.phones);
  const groups = (record.priorityGroups ?? []).filter((code) => !stored.priorityGroups.includes(code));
  if (groups.length > 0) take('priorityGroups', [...stored.priorityGroups, ...groups], stored.priorityGroups);
  const contacts = (record.contacts ?? []).filter((contact) => !stored.contactKeys.includes(contactKey(contact.fullName)));
  if (contacts.length > 0) take('contacts', contacts.length, stored.contactKeys);
  return { set, before, kept };
}

/** A full date beats a month, a month a year; dates of one precision that differ are left to a person. */
function betterBirth(stored: StoredWorker, record: WorkerRecord): boolean | 'kept' {
  if (!record.birthDate) return false;
  if (!stored.birthDate) return true;
  const told = record.birthPrecision ?? 'YMD';
  const known = stored.birthPrecision ?? 'YMD';
  if (record.birthDate === stored.birthDate && told === known) return false;
  const agrees =
    record.birthDate.slice(0, known === 'Y' ? 4 : known === 'YM' ? 7 : 10) ===
    stored.birthDate.slice(0, known === 'Y' ? 4 : known === 'YM' ? 7 : 10);
  return WORTH[told] > WORTH[known] && agrees ? true : 'kept';
}
