import { Answered } from './answered';

export class PermissionAnswer {
  @Answered('id') id: string;
  @Answered('text') provinceCode: string;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('day') from: string;
  @Answered('day', { empty: true }) until: string | null;
  @Answered('text') basis: string;
}

export class PermissionListResponse {
  @Answered(() => PermissionAnswer, { list: true }) permissions: PermissionAnswer[];
}

export class AgencyUpdateAnswer {
  @Answered('day') updatedOn: string;
  @Answered('moment') recordedAt: string;
}

export class AgencyUpdateListResponse {
  @Answered(() => AgencyUpdateAnswer, { list: true }) updates: AgencyUpdateAnswer[];
}

export class BranchAnswer {
  @Answered('id') id: string;
  @Answered('text') name: string;
  @Answered('text') address: string;
  @Answered('text') provinceCode: string;
  @Answered('day') from: string;
  @Answered('day', { empty: true }) until: string | null;
  @Answered('text') basis: string;
}

export class BranchListResponse {
  @Answered(() => BranchAnswer, { list: true }) branches: BranchAnswer[];
}

export class PartnerAnswer {
  @Answered('id') id: string;
  @Answered('text') name: string;
  @Answered('text') market: string;
  @Answered('text', { empty: true }) registration: string | null;
  @Answered('text', { empty: true }) address: string | null;
  @Answered('flag') active: boolean;
}

export class SupplyTermsAnswer {
  @Answered('text', { absent: true }) wage: string;
  @Answered('text', { absent: true }) wageCurrency: string;
  @Answered('whole', { absent: true }) termMonths: number;
  @Answered('text', { absent: true }) conditions: string;
}

export class SupplyContractResponse {
  @Answered('id') id: string;
  @Answered('id') agencyId: string;
  @Answered('id') partnerId: string;
  @Answered('text') partnerName: string;
  @Answered('text') number: string;
  @Answered('text') market: string;
  @Answered('text') occupation: string;
  @Answered('text') employer: string;
  @Answered('whole') quota: number;
  @Answered('day') signedOn: string;
  @Answered('day', { empty: true }) validUntil: string | null;
  @Answered(() => SupplyTermsAnswer) terms: SupplyTermsAnswer;
  @Answered('text') state: string;
  @Answered('text', { empty: true }) registrationNumber: string | null;
  @Answered('day', { empty: true }) registeredOn: string | null;
  @Answered('text', { empty: true }) reason: string | null;
}

export class SupplyContractListResponse {
  @Answered(() => PartnerAnswer, { list: true }) partners: PartnerAnswer[];
  @Answered(() => SupplyContractResponse, { list: true }) contracts: SupplyContractResponse[];
}
