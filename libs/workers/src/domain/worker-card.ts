import type { LocalDate } from '@app/kernel';
import type { BirthPrecision } from './worker-record';

/** A person as one page shows them; identity number and passport are told to exist, never shown. */
export interface WorkerCard {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  readonly birthPrecision: BirthPrecision | null;
  readonly sex: 'M' | 'F' | null;
  readonly ethnicCode: string | null;
  readonly householdClass: string | null;
  readonly education: string | null;
  readonly skill: string | null;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly hamlet: string | null;
  readonly declaredPlace: string | null;
  readonly provinceName: string | null;
  readonly communeName: string | null;
  /** The unit of the papers, where it is another than today's. */
  readonly declaredUnitName: string | null;
  readonly hasCitizenId: boolean;
  readonly hasPassport: boolean;
  readonly consentFamilyNotice: boolean;
  readonly version: number;
  readonly phones: readonly string[];
  /** Own numbers from before, newest first. */
  readonly formerPhones: readonly string[];
  readonly priorityGroups: readonly string[];
  readonly contacts: readonly {
    fullName: string;
    kin: string | null;
    phone: string | null;
    communeCode: string | null;
    hamlet: string | null;
  }[];
}
