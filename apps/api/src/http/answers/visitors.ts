import { Answered } from './answered';

export class ReceiptResponse {
  @Answered('text') caseCode: string;
  @Answered('text') pin: string;
  @Answered('moment') issuedAt: Date;
  @Answered('text') fullName: string;
  @Answered('text') step: string;
  @Answered('text', { empty: true }) office: string | null;
  @Answered('text', { empty: true }) phone: string | null;
  @Answered('text') page: string;
}

export class LookupResponse {
  @Answered('whole', { empty: true }) step: number | null;
  @Answered('whole') of: number;
  @Answered('text') title: string;
  @Answered('text') next: string;
  @Answered('text', { empty: true }) office: string | null;
  @Answered('text', { empty: true }) phone: string | null;
}

export class PublicLicenceAnswer {
  @Answered('text') name: string;
  @Answered('text') licensed: string;
  @Answered('text', { empty: true }) number: string | null;
  @Answered('day', { empty: true }) checkedOn: string | null;
}

export class PublicLicenceListResponse {
  @Answered(() => PublicLicenceAnswer, { list: true }) agencies: PublicLicenceAnswer[];
}

export class WarningAnswer {
  @Answered('text') code: string;
  @Answered('text') title: string;
  @Answered('text') text: string;
}

export class WarningListResponse {
  @Answered(() => WarningAnswer, { list: true }) warnings: WarningAnswer[];
  @Answered('day') from: string;
  @Answered('text') basis: string;
}

export class PublicOfficeAnswer {
  @Answered('text') name: string;
  @Answered('text', { empty: true }) phone: string | null;
  @Answered('text', { empty: true }) provinceCode: string | null;
}

export class PublicOfficeListResponse {
  @Answered(() => PublicOfficeAnswer, { list: true }) offices: PublicOfficeAnswer[];
}
