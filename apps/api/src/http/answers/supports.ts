import { Answered } from './answered';

export class ClaimScanAnswer {
  @Answered('id') id: string;
  @Answered('text') guard: string;
  @Answered('text') medium: string;
  @Answered('day') sentOn: string;
}

export class CaseScanAnswer extends ClaimScanAnswer {
  @Answered('text') title: string;
}

export class SupportClaimAnswer {
  @Answered('id') id: string;
  @Answered('whole') no: number;
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('id') workerId: string;
  @Answered('text') fullName: string;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text') item: string;
  @Answered('text') title: string;
  @Answered('whole') units: number;
  @Answered('whole') amount: number;
  @Answered('text') group: string;
  @Answered('whole', { empty: true }) ceiling: number | null;
  @Answered('text', { empty: true }) basis: string | null;
  @Answered('day') spentOn: string;
  @Answered('text') receiptNo: string;
  @Answered('day') claimedOn: string;
  @Answered('text', { empty: true }) claimedBy: string | null;
  @Answered('text') state: string;
  @Answered('id', { empty: true }) fundId: string | null;
  @Answered('text', { empty: true }) fundTitle: string | null;
  @Answered('day', { empty: true }) decidedOn: string | null;
  @Answered('text', { empty: true }) note: string | null;
  @Answered(() => ClaimScanAnswer, { list: true }) scans: ClaimScanAnswer[];
}

export class SupportClaimListResponse {
  @Answered(() => SupportClaimAnswer, { list: true }) claims: SupportClaimAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class SupportOpenAnswer {
  @Answered('text') item: string;
  @Answered('text') title: string;
  @Answered('text') per: string;
  @Answered('whole', { empty: true }) most: number | null;
  @Answered('whole', { empty: true }) unitsMost: number | null;
  @Answered('text') group: string;
  @Answered('text', { list: true }) papers: string[];
}

export class SupportOfCaseResponse {
  @Answered(() => SupportClaimAnswer, { list: true }) claims: SupportClaimAnswer[];
  @Answered(() => SupportOpenAnswer, { list: true }) open: SupportOpenAnswer[];
  @Answered(() => CaseScanAnswer, { list: true }) scans: CaseScanAnswer[];
  @Answered('text', { list: true }) groups: string[];
  @Answered('text', { list: true }) unproven: string[];
  @Answered('text', { empty: true }) basis: string | null;
  @Answered('flag') certain: boolean;
}

export class SupportFundAnswer {
  @Answered('id') id: string;
  @Answered('text') programme: string;
  @Answered('whole') year: number;
  @Answered('text') budgetLine: string;
  @Answered('text') title: string;
  @Answered('whole') allotted: number;
  @Answered('whole') free: number;
  @Answered('whole') committed: number;
  @Answered('whole') paid: number;
}

export class SupportProgrammeAnswer {
  @Answered('text') code: string;
  @Answered('text') title: string;
}

export class SupportFundsResponse {
  @Answered('whole') year: number;
  @Answered(() => SupportFundAnswer, { list: true }) funds: SupportFundAnswer[];
  @Answered(() => SupportProgrammeAnswer, { list: true }) programmes: SupportProgrammeAnswer[];
}
