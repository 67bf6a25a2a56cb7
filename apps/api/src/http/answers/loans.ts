import { Answered } from './answered';

export class CodedTextAnswer {
  @Answered('text') code: string;
  @Answered('text') text: string;
}

export class SupportAnswer {
  @Answered('text') item: string;
  @Answered('text') title: string;
  @Answered('whole') amount: number;
  @Answered('text') by: string;
  @Answered('whole', { empty: true }) written: number | null;
}

export class SupportableAnswer {
  @Answered('text') item: string;
  @Answered('text') title: string;
  @Answered('whole', { empty: true }) ceiling: number | null;
  @Answered('text') per: string;
  @Answered('whole', { empty: true }) unitsMost: number | null;
}

export class SheetRuleAnswer {
  @Answered('text') rule: string;
  @Answered('text') basis: string;
  @Answered('flag') certain: boolean;
}

export class EligibilityResponse {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('text') fullName: string;
  @Answered('day', { empty: true }) birthDate: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { empty: true }) agencyName: string | null;
  @Answered('flag') eligible: boolean;
  @Answered(() => CodedTextAnswer, { list: true }) reasons: CodedTextAnswer[];
  @Answered(() => CodedTextAnswer, { list: true }) lacks: CodedTextAnswer[];
  @Answered('text', { list: true }) entitling: string[];
  @Answered('flag') priority: boolean;
  @Answered('text') rate: string;
  @Answered('text') overdueRate: string;
  @Answered('whole', { empty: true }) costs: number | null;
  @Answered(() => SupportAnswer, { list: true }) supports: SupportAnswer[];
  @Answered('whole', { empty: true }) ceiling: number | null;
  @Answered('flag') collateral: boolean;
  @Answered('whole', { empty: true }) termMonthsMost: number | null;
  @Answered('whole') decisionWorkingDays: number;
  @Answered('text', { list: true }) papers: string[];
  @Answered(() => SupportableAnswer, { list: true }) supportable: SupportableAnswer[];
  @Answered(() => SheetRuleAnswer, { list: true }) sources: SheetRuleAnswer[];
  @Answered('day') judgedOn: string;
}

export class ReferredCaseAnswer {
  @Answered('id') caseId: string;
  @Answered('text') outcome: string;
  @Answered('text', { absent: true }) code?: string;
  @Answered('text', { absent: true }) message?: string;
}

export class ReferredResponse {
  @Answered(() => ReferredCaseAnswer, { list: true }) results: ReferredCaseAnswer[];
  @Answered('whole') done: number;
  @Answered('whole') unchanged: number;
  @Answered('whole') refused: number;
}

export class LoanLineAnswer {
  @Answered('id') id: string;
  @Answered('text', { empty: true }) loanNo: string | null;
  @Answered('text') product: string;
  @Answered('text') state: string;
  @Answered('text') standing: string;
  @Answered('text') standingTitle: string;
  @Answered('whole') version: number;
  @Answered('id', { empty: true }) caseId: string | null;
  @Answered('text', { empty: true }) caseCode: string | null;
  @Answered('text', { empty: true }) fullName: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { empty: true }) stage: string | null;
  @Answered('day', { empty: true }) departedOn: string | null;
  @Answered('day', { empty: true }) returnedOn: string | null;
  @Answered('day', { empty: true }) contractEnd: string | null;
  @Answered('flag') priority: boolean;
  @Answered('whole', { empty: true }) requested: number | null;
  @Answered('whole', { empty: true }) approved: number | null;
  @Answered('whole') principal: number;
  @Answered('whole') overduePrincipal: number;
  @Answered('day', { empty: true }) nextDueOn: string | null;
  @Answered('whole') daysLate: number;
  @Answered('day', { empty: true }) referredOn: string | null;
  @Answered('day', { empty: true }) receivedOn: string | null;
  @Answered('day', { empty: true }) decideBy: string | null;
  @Answered('day', { empty: true }) endsOn: string | null;
  @Answered('text', { empty: true }) creditGroup: string | null;
}

export class LoanListResponse {
  @Answered(() => LoanLineAnswer, { list: true }) loans: LoanLineAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class AmountsAnswer {
  @Answered('whole') overduePrincipal: number;
  @Answered('whole') overdueInterest: number;
  @Answered('whole') interest: number;
  @Answered('whole') duePrincipal: number;
  @Answered('whole') futurePrincipal: number;
  @Answered('whole') advance: number;
}

export class LoanEntryAnswer {
  @Answered('whole') id: number;
  @Answered('text') kind: string;
  @Answered('day') on: string;
  @Answered('moment') recordedAt: Date;
  @Answered('text', { empty: true }) reference: string | null;
  @Answered('text', { empty: true }) payee: string | null;
  @Answered('whole') amount: number;
  @Answered('whole') principal: number;
  @Answered('whole') overduePrincipal: number;
  @Answered('whole') interest: number;
  @Answered('whole') overdueInterest: number;
  @Answered('whole') advance: number;
  @Answered('whole') tolerated: number;
  @Answered('whole', { empty: true }) reversesId: number | null;
  @Answered('whole', { empty: true }) reversedBy: number | null;
  @Answered('text', { empty: true }) by: string | null;
  @Answered('text', { empty: true }) note: string | null;
}

export class InstalmentAnswer {
  @Answered('whole') no: number;
  @Answered('day') dueOn: string;
  @Answered('day') plannedOn: string;
  @Answered('whole') principal: number;
  @Answered('flag') paid: boolean;
}

export class LoanEventAnswer {
  @Answered('text') kind: string;
  @Answered('day') on: string;
  @Answered('moment') recordedAt: Date;
  @Answered('text') stateAfter: string;
  @Answered('object') detail: Record<string, unknown>;
  @Answered('text', { empty: true }) by: string | null;
  @Answered('text', { empty: true }) organisation: string | null;
}

export class FrozenAnswer {
  @Answered('day') from: string;
  @Answered('day') to: string;
}

export class LoanResponse extends LoanLineAnswer {
  @Answered('text') rate: string;
  @Answered('text') overdueRate: string;
  @Answered('whole', { empty: true }) ratePpm: number | null;
  @Answered('whole', { empty: true }) overdueRatePpm: number | null;
  @Answered('whole', { empty: true }) termMonths: number | null;
  @Answered('whole', { empty: true }) everyMonths: number | null;
  @Answered('whole') disbursed: number;
  @Answered('whole') advance: number;
  @Answered('day', { empty: true }) interestPaidTo: string | null;
  @Answered('day') ruleDate: string;
  @Answered('day', { empty: true }) decidedOn: string | null;
  @Answered('text', { empty: true }) decisionNo: string | null;
  @Answered('text', { empty: true }) reason: string | null;
  @Answered('text', { empty: true }) collateral: string | null;
  @Answered('text', { empty: true }) capitalSource: string | null;
  @Answered('text', { empty: true }) authorisedPayer: string | null;
  @Answered('day', { empty: true }) firstDisbursedOn: string | null;
  @Answered(() => FrozenAnswer, { list: true }) frozen: FrozenAnswer[];
  @Answered('text', { empty: true }) returnType: string | null;
  @Answered('day', { empty: true }) abscondedOn: string | null;
  @Answered('id') bankId: string;
  @Answered('text') bankName: string;
  @Answered('day') today: string;
  @Answered('day', { empty: true }) sharedOn: string | null;
  @Answered('text') cause: string;
  @Answered(() => AmountsAnswer) due: AmountsAnswer;
  @Answered('text', { list: true }) deeds: string[];
  @Answered(() => LoanEntryAnswer, { list: true }) entries: LoanEntryAnswer[];
  @Answered(() => InstalmentAnswer, { list: true }) instalments: InstalmentAnswer[];
  @Answered(() => LoanEventAnswer, { list: true }) events: LoanEventAnswer[];
}

export class HandledLoanResponse {
  @Answered('id') loanId: string;
  @Answered('text') state: string;
  @Answered('text') outcome: string;
}

export class PostedLineResponse {
  @Answered('whole') entryId: number;
  @Answered('text') outcome: string;
  @Answered('text') state: string;
  @Answered('whole') principal: number;
  @Answered('whole') advance: number;
  @Answered('whole') expected: number;
  @Answered(() => AmountsAnswer) split: AmountsAnswer;
}

export class StandingAnswer {
  @Answered('text') standing: string;
  @Answered('text') title: string;
  @Answered('flag') owing: boolean;
}

export class LoanStandingResponse {
  @Answered(() => StandingAnswer, { list: true }) standings: StandingAnswer[];
}

export class CauseTotalAnswer {
  @Answered('text', { empty: true }) cause: string | null;
  @Answered('whole') loans: number;
  @Answered('whole') overdueLoans: number;
  @Answered('whole') principal: number;
  @Answered('whole') overduePrincipal: number;
  @Answered('whole') oldestDays: number;
}

export class CauseAnswer extends CauseTotalAnswer {
  @Answered('text') title: string;
}

export class OverdueRatiosAnswer {
  @Answered('whole') byPrincipal: number;
  @Answered('whole') byLoans: number;
}

export class OverdueOverviewResponse {
  @Answered(() => CauseAnswer, { list: true }) causes: CauseAnswer[];
  @Answered(() => CauseTotalAnswer) total: CauseTotalAnswer;
  @Answered(() => OverdueRatiosAnswer) ratios: OverdueRatiosAnswer;
}

export class RiskAnswer {
  @Answered('id') caseId: string;
  @Answered('text') caseCode: string;
  @Answered('text') fullName: string;
  @Answered('text') stage: string;
  @Answered('day') flightOn: string;
  @Answered('whole') days: number;
  @Answered('id') loanId: string;
  @Answered('text') loanState: string;
  @Answered('day', { empty: true }) decideBy: string | null;
  @Answered('whole', { empty: true }) approved: number | null;
  @Answered('whole') disbursed: number;
}

export class RiskListResponse {
  @Answered(() => RiskAnswer, { list: true }) risks: RiskAnswer[];
}

export class DebtClassAnswer {
  @Answered('text') class: string;
  @Answered('text') title: string;
  @Answered('whole') loans: number;
  @Answered('whole') principal: number;
  @Answered('whole') overduePrincipal: number;
}

export class ClassifiedLoanAnswer {
  @Answered('id') loanId: string;
  @Answered('text', { empty: true }) loanNo: string | null;
  @Answered('text', { empty: true }) fullName: string | null;
  @Answered('text', { empty: true }) creditGroup: string | null;
  @Answered('text') class: string;
  @Answered('whole') principal: number;
  @Answered('whole') overduePrincipal: number;
  @Answered('day', { empty: true }) endsOn: string | null;
}

export class DebtYearResponse {
  @Answered('whole') year: number;
  @Answered('whole') waiting: number;
  @Answered(() => DebtClassAnswer, { list: true }) classes: DebtClassAnswer[];
  @Answered(() => ClassifiedLoanAnswer, { list: true }) loans: ClassifiedLoanAnswer[];
}

export class ClassificationResponse extends DebtYearResponse {
  @Answered('whole') added: number;
}

export class LoanCheckAnswer {
  @Answered('id') loanId: string;
  @Answered('text', { empty: true }) loanNo: string | null;
  @Answered('text', { empty: true }) fullName: string | null;
  @Answered('text', { empty: true }) communeName: string | null;
  @Answered('text', { empty: true }) creditGroup: string | null;
  @Answered('day', { empty: true }) firstDisbursedOn: string | null;
  @Answered('day', { empty: true }) checkedOn: string | null;
  @Answered('text', { empty: true }) checkKind: string | null;
  @Answered('text', { empty: true }) finding: string | null;
  @Answered('whole', { empty: true }) misused: number | null;
  @Answered('whole') checks: number;
  @Answered('day', { empty: true }) dueOn: string | null;
}

export class LoanCheckListResponse {
  @Answered(() => LoanCheckAnswer, { list: true }) checks: LoanCheckAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class MonthTrailAnswer {
  @Answered('text') kind: string;
  @Answered('text') at: string;
  @Answered('text', { empty: true }) by: string | null;
  @Answered('text', { empty: true }) reason: string | null;
}

export class MonthAnswer {
  @Answered('day') month: string;
  @Answered('text') state: string;
  @Answered('whole') statements: number;
  @Answered('whole') openLines: number;
  @Answered('whole') differences: number;
  @Answered(() => MonthTrailAnswer, { list: true }) trail: MonthTrailAnswer[];
}

export class MonthListResponse {
  @Answered(() => MonthAnswer, { list: true }) months: MonthAnswer[];
}

export class BalanceDifferenceAnswer {
  @Answered('id') loanId: string;
  @Answered('text') loanNo: string;
  @Answered('whole') printed: number;
  @Answered('whole') computed: number;
}

export class MonthCheckResponse {
  @Answered('whole') statements: number;
  @Answered('whole') openLines: number;
  @Answered('whole') wrongTotals: number;
  @Answered(() => BalanceDifferenceAnswer, { list: true }) differences: BalanceDifferenceAnswer[];
  @Answered('whole') lent: number;
  @Answered('whole') received: number;
}
