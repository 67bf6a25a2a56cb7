import { Answered } from './answered';

export class WorkerLineAnswer {
  @Answered('id') id: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) birthDate: string | null;
  @Answered('text', { empty: true }) birthPrecision: string | null;
  @Answered('text', { empty: true }) sex: string | null;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text', { empty: true }) hamlet: string | null;
  @Answered('text', { empty: true }) phone: string | null;
}

export class WorkerListResponse {
  @Answered(() => WorkerLineAnswer, { list: true }) workers: WorkerLineAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class ContactAnswer {
  @Answered('text') fullName: string;
  @Answered('text', { empty: true }) kin: string | null;
  @Answered('text', { empty: true }) phone: string | null;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text', { empty: true }) hamlet: string | null;
}

export class WorkerResponse {
  @Answered('id') id: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) birthDate: string | null;
  @Answered('text', { empty: true }) birthPrecision: string | null;
  @Answered('text', { empty: true }) sex: string | null;
  @Answered('text', { empty: true }) ethnicCode: string | null;
  @Answered('text', { empty: true }) householdClass: string | null;
  @Answered('text', { empty: true }) education: string | null;
  @Answered('text', { empty: true }) skill: string | null;
  @Answered('text') provinceCode: string;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text', { empty: true }) hamlet: string | null;
  @Answered('text', { empty: true }) declaredPlace: string | null;
  @Answered('text', { empty: true }) provinceName: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { empty: true }) declaredUnitName: string | null;
  @Answered('flag') hasCitizenId: boolean;
  @Answered('flag') hasPassport: boolean;
  @Answered('flag') consentFamilyNotice: boolean;
  @Answered('whole') version: number;
  @Answered('text', { list: true }) phones: string[];
  @Answered('text', { list: true }) formerPhones: string[];
  @Answered('text', { list: true }) priorityGroups: string[];
  @Answered(() => ContactAnswer, { list: true }) contacts: ContactAnswer[];
}

export class DuplicateAnswer {
  @Answered('id') workerId: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) birthDate: string | null;
  @Answered('text', { empty: true }) birthPrecision: string | null;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { list: true }) reasons: string[];
}

export class AlikeResponse {
  @Answered(() => DuplicateAnswer, { list: true }) duplicates: DuplicateAnswer[];
}

export class RegistrationResponse {
  @Answered('text') outcome: string;
  @Answered('id', { absent: true }) workerId?: string;
  @Answered(() => DuplicateAnswer, { list: true, absent: true }) duplicates?: DuplicateAnswer[];
}

export class RevealedResponse {
  @Answered('text') value: string;
}

export class ReadAnswer {
  @Answered('moment') at: Date;
  @Answered('id', { empty: true }) accountId: string | null;
  @Answered('text', { empty: true }) accountName: string | null;
  @Answered('id', { empty: true }) organisationId: string | null;
  @Answered('text', { empty: true }) organisationName: string | null;
  @Answered('text') fields: string;
  @Answered('text') purpose: string;
  @Answered('text', { empty: true }) reason: string | null;
}

export class ReadListResponse {
  @Answered(() => ReadAnswer, { list: true }) reads: ReadAnswer[];
}

export class VersionResponse {
  @Answered('whole') version: number;
}

export class FamilyContactAnswer {
  @Answered('id') id: string;
  @Answered('text') fullName: string;
  @Answered('text', { empty: true }) kin: string | null;
  @Answered('text', { empty: true }) phone: string | null;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text', { empty: true }) hamlet: string | null;
  @Answered('flag') consent: boolean;
  @Answered('text', { list: true }) formerPhones: string[];
}

export class ContactListResponse {
  @Answered(() => FamilyContactAnswer, { list: true }) contacts: FamilyContactAnswer[];
}

export class ContactAddedResponse {
  @Answered('id') contactId: string;
  @Answered('whole') version: number;
}
