import type { Dong, LocalDate } from '@app/kernel';
import { type CostItem, entitlingGroups, loanCeiling, type LoanRates, type LoanRegime, needsCollateral, ratesFor } from './regime';

/** What is known of somebody who may want a loan. */
export interface BorrowerFacts {
  readonly stage: string;
  readonly legalForm: string | null;
  readonly market: string | null;
  /** Codes of groups that count: household class by the commune's list, ethnic minority, registered priority groups. */
  readonly groups: readonly string[];
  /** A household class somebody wrote down and no commune has confirmed: it opens the way to the bank, it gives no lower rate. */
  readonly unproven: readonly string[];
  readonly contractSignedOn: LocalDate | null;
  readonly contractEnd: LocalDate | null;
  readonly contractMonths: number | null;
  readonly hasPassport: boolean;
  /** An application or a loan that still runs. */
  readonly runningLoan: string | null;
}

/** Why a trip to the bank would be for nothing, in the order they are told. */
export const HINDRANCES = {
  CASE_ENDED: 'Hồ sơ đã kết thúc trước khi đi; không còn chi phí để vay.',
  ALREADY_ABROAD: 'Người lao động đã xuất cảnh; khoản vay chi phí phải làm trước khi đi.',
  NO_GROUP: 'Chưa có nhóm đối tượng được vay nào được ghi nhận. Hãy bổ sung giấy tờ chứng minh (hộ nghèo, cận nghèo, dân tộc thiểu số…).',
  LOAN_RUNNING: 'Đang có hồ sơ vay hoặc khoản vay chưa tất toán của hồ sơ này.',
} as const;
/** What must be there before money is paid out, told beforehand. */
export const LACKS = {
  HOUSEHOLD_UNPROVEN: 'Xã chưa xác nhận hộ nghèo, hộ cận nghèo: lãi suất ưu đãi chỉ tính khi xã đã xác nhận.',
  NO_SENDING_CONTRACT: 'Chưa ký hợp đồng đưa đi: ngân hàng nhận hồ sơ nhưng chưa giải ngân được.',
  NO_PASSPORT: 'Chưa có hộ chiếu trong hồ sơ.',
  NO_COSTS: 'Chưa có bảng chi phí theo hợp đồng nên chưa tính được mức vay cao nhất.',
} as const;

export interface Eligibility {
  readonly eligible: boolean;
  readonly hindrances: readonly (keyof typeof HINDRANCES)[];
  readonly lacks: readonly (keyof typeof LACKS)[];
  readonly entitling: readonly string[];
  readonly rates: LoanRates;
  /** The most that may be lent; undefined without costs. */
  readonly ceiling?: Dong;
  readonly collateral: boolean;
  readonly termMonthsMost: number | null;
}

const ENDED = ['WITHDRAWN', 'NOT_SENT', 'REJECTED', 'CLOSED', 'DECEASED', 'RETURNED'];
const BEFORE = ['REGISTERED', 'COUNSELLED', 'SOURCED', 'SELECTED', 'IN_TRAINING', 'CONTRACTED', 'READY'];

/** May this person borrow, how much, at what rate; judged before anybody travels to the bank. */
export function decideEligibility(
  facts: BorrowerFacts,
  regime: LoanRegime,
  poorRatePpm: number,
  costs: readonly CostItem[],
  supports: readonly CostItem[],
): Eligibility {
  const entitling = entitlingGroups(regime, [...facts.groups, ...facts.unproven]);
  const hindrances = (
    [
      ENDED.includes(facts.stage) && 'CASE_ENDED',
      !ENDED.includes(facts.stage) && !BEFORE.includes(facts.stage) && 'ALREADY_ABROAD',
      entitling.length === 0 && 'NO_GROUP',
      facts.runningLoan !== null && 'LOAN_RUNNING',
    ] as const
  ).filter((one) => one !== false);
  const lacks = (
    [
      facts.unproven.length > 0 && 'HOUSEHOLD_UNPROVEN',
      facts.contractSignedOn === null && 'NO_SENDING_CONTRACT',
      !facts.hasPassport && 'NO_PASSPORT',
      costs.length === 0 && 'NO_COSTS',
    ] as const
  ).filter((one) => one !== false);
  const ceiling = costs.length > 0 ? loanCeiling(regime, costs, supports) : undefined;
  return {
    eligible: hindrances.length === 0,
    hindrances,
    lacks,
    entitling,
    rates: ratesFor(regime, poorRatePpm, facts.groups),
    ...(ceiling !== undefined && { ceiling }),
    collateral: ceiling !== undefined && needsCollateral(regime, ceiling),
    termMonthsMost: facts.contractMonths,
  };
}

/** Groups a decision rests on: those of the application, less a household class that nobody has confirmed by now, and what was proven since. */
export function countedGroups(applied: readonly string[], facts: Pick<BorrowerFacts, 'groups'>): string[] {
  const kept = applied.filter((group) => !['POOR', 'NEAR_POOR'].includes(group));
  return [...new Set([...kept, ...facts.groups])];
}
