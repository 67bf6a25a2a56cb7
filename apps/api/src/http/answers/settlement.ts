import { Answered } from './answered';

export class LiquidationLineAnswer {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('text') fullName: string;
  @Answered('text', { empty: true }) agencyName: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('day') endedOn: string;
  @Answered('day') dueBy: string;
  @Answered('whole') daysLeft: number;
  @Answered('text') state: string;
  @Answered('whole') owed: number;
  @Answered('whole') paid: number;
}

export class LiquidationListResponse {
  @Answered(() => LiquidationLineAnswer, { list: true }) liquidations: LiquidationLineAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class AgencyDepositAnswer {
  @Answered('whole') amount: number;
  @Answered('text') bankName: string;
  @Answered('day') from: string;
  @Answered('text') basis: string;
}

/** What the licence asks to be deposited; `missing`: null where no deposit was recorded. */
export class AskedDepositAnswer {
  @Answered('whole') required: number;
  @Answered('whole', { empty: true }) missing: number | null;
  @Answered('whole') branches: number;
  @Answered('text') basis: string;
  @Answered('flag') certain: boolean;
}

export class AgencyClaimAnswer {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('text') fullName: string;
  @Answered('day') dueBy: string;
  @Answered('whole') daysLeft: number;
  @Answered('whole') owed: number;
  @Answered('whole') toWorkOut: number;
  @Answered('whole') escrow: number;
  @Answered('text', { empty: true }) liquidation: string | null;
}

export class AgencyClaimsResponse {
  @Answered(() => AgencyDepositAnswer, { empty: true }) deposit: AgencyDepositAnswer | null;
  @Answered(() => AskedDepositAnswer) asked: AskedDepositAnswer;
  @Answered('text') cover: string;
  @Answered('whole') owed: number;
  @Answered('whole') owedCases: number;
  @Answered('whole') toWorkOut: number;
  @Answered('whole') toWorkOutCases: number;
  @Answered('whole') escrow: number;
  @Answered('whole') escrowCases: number;
  @Answered('whole') openLiquidations: number;
  @Answered('whole') overdueCases: number;
  @Answered(() => AgencyClaimAnswer, { list: true }) claims: AgencyClaimAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class RefundPaymentAnswer {
  @Answered('whole') id: number;
  @Answered('whole') amount: number;
  @Answered('day') on: string;
  @Answered('text') proof: string;
  @Answered('flag') takenBack: boolean;
}

export class RefundReceiptAnswer {
  @Answered('text') receiptNo: string;
  @Answered('text') item: string;
  @Answered('day') paidOn: string;
  @Answered('whole') amount: number;
  @Answered('whole', { absent: true }) share?: number;
  @Answered('whole', { absent: true }) days?: number;
  @Answered('whole', { absent: true }) interest?: number;
}

/** One term a fee was paid for: the contract, or an extension. */
export class RefundTermAnswer {
  @Answered('day') startsOn: string;
  @Answered('day') endsOn: string;
  @Answered('whole') taken: number;
  @Answered('whole') wholeUnits: number;
  @Answered('whole') leftUnits: number;
  @Answered('whole') principal: number;
}

/** How a refund was worked out: by units of the term for a return or a death, from what was taken and proven for somebody who did not go. */
export class RefundDetailAnswer {
  @Answered('whole', { absent: true }) taken?: number;
  @Answered('whole', { absent: true }) provenCosts?: number;
  @Answered('text', { absent: true }) fault?: string;
  @Answered('text', { absent: true }) basis?: string;
  @Answered('day', { absent: true }) startsOn?: string;
  @Answered('day', { absent: true }) endsOn?: string;
  @Answered('day', { absent: true }) lastDay?: string;
  @Answered('day', { absent: true }) refundOn?: string;
  @Answered('whole', { absent: true }) wholeUnits?: number;
  @Answered('whole', { absent: true }) leftUnits?: number;
  @Answered('whole', { absent: true }) interestPpm?: number;
  @Answered(() => RefundTermAnswer, { list: true, absent: true }) terms?: RefundTermAnswer[];
  @Answered(() => RefundReceiptAnswer, { list: true, absent: true }) lines?: RefundReceiptAnswer[];
}

export class RefundAnswer {
  @Answered('id') id: string;
  @Answered('text') kind: string;
  @Answered('whole') principal: number;
  @Answered('whole') interest: number;
  @Answered('whole') paid: number;
  @Answered('day') dueBy: string;
  @Answered(() => RefundDetailAnswer) detail: RefundDetailAnswer;
  @Answered('text', { empty: true }) ruleBasis: string | null;
  @Answered('flag') ruleCertain: boolean;
  @Answered(() => RefundPaymentAnswer, { list: true }) payments: RefundPaymentAnswer[];
}

export class FeeReceiptAnswer {
  @Answered('whole') id: number;
  @Answered('text') item: string;
  @Answered('whole') amount: number;
  @Answered('day') paidOn: string;
  @Answered('text') receiptNo: string;
  @Answered('text', { list: true }) faults: string[];
  @Answered('text', { empty: true }) article: string | null;
  @Answered('whole', { empty: true }) reversesId: number | null;
}

export class LiquidationEventAnswer {
  @Answered('text') deed: string;
  @Answered('day') on: string;
  @Answered('text') stateAfter: string;
  @Answered('text', { empty: true }) note: string | null;
  @Answered('moment') recordedAt: Date;
  @Answered('text', { empty: true }) by: string | null;
  @Answered('text', { empty: true }) organisation: string | null;
}

export class LiquidationResponse {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('text') fullName: string;
  @Answered('text') state: string;
  @Answered('text') stateTitle: string;
  @Answered('day', { empty: true }) endedOn: string | null;
  @Answered('day', { empty: true }) dueBy: string | null;
  @Answered('day', { list: true }) letters: string[];
  @Answered('whole') lettersNeeded: number;
  @Answered('whole') escrowHeld: number;
  @Answered('whole') owed: number;
  @Answered('whole') paid: number;
  @Answered(() => RefundAnswer, { list: true }) refunds: RefundAnswer[];
  @Answered(() => FeeReceiptAnswer, { list: true }) receipts: FeeReceiptAnswer[];
  @Answered(() => LiquidationEventAnswer, { list: true }) history: LiquidationEventAnswer[];
}

export class ReceiptFlagsResponse {
  @Answered('text', { list: true }) faults: string[];
  @Answered('text', { empty: true }) article: string | null;
}

export class MoneyTakenBackResponse {
  @Answered('text') what: string;
  @Answered('text') id: string;
}

export class EscrowEntryAnswer {
  @Answered('whole') id: number;
  @Answered('text') deed: string;
  @Answered('day') on: string;
  @Answered('whole') held: number;
  @Answered('text') reference: string;
  @Answered('whole', { empty: true }) reversesId: number | null;
}

export class EscrowAnswer {
  @Answered('id') id: string;
  @Answered('text') kind: string;
  @Answered('whole') amount: number;
  @Answered('day') signedOn: string;
  @Answered('day', { empty: true }) dueBy: string | null;
  @Answered('text') state: string;
  @Answered('whole') balance: number;
  @Answered(() => EscrowEntryAnswer, { list: true }) entries: EscrowEntryAnswer[];
  @Answered('text', { empty: true }) outcome: string | null;
  @Answered('text', { empty: true }) article: string | null;
}

export class HeldEscrowAnswer {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('text') fullName: string;
  @Answered('text') stage: string;
  @Answered('text', { empty: true }) returnType: string | null;
  @Answered('text', { empty: true }) agencyName: string | null;
  @Answered('whole') amount: number;
  @Answered('whole') balance: number;
  @Answered('text') state: string;
  @Answered('day') signedOn: string;
  @Answered('day', { empty: true }) dueBy: string | null;
  @Answered('text', { empty: true }) outcome: string | null;
}

export class EscrowTotalsAnswer {
  @Answered('whole') accounts: number;
  @Answered('whole') held: number;
}

export class HeldEscrowResponse {
  @Answered('text') kind: string;
  @Answered(() => EscrowTotalsAnswer) totals: EscrowTotalsAnswer;
  @Answered(() => HeldEscrowAnswer, { list: true }) escrows: HeldEscrowAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class EscrowListResponse {
  @Answered(() => EscrowAnswer, { list: true }) escrows: EscrowAnswer[];
  @Answered('day', { empty: true }) epsDueBy: string | null;
}
