import { DomainError, type LocalDate } from '@app/kernel';

/** A foreign receiving party of an agency. */
export interface ForeignPartner {
  readonly id: string;
  readonly name: string;
  readonly market: string;
  readonly registration: string | null;
  readonly address: string | null;
  readonly active: boolean;
}

export const CONTRACT_STATES = ['filed', 'registered', 'refused', 'ended'] as const;
export type SupplyContractState = (typeof CONTRACT_STATES)[number];

/** What the contract says beyond its number of people: shown, never judged. Wage is decimal text in the currency's units. */
export interface SupplyTerms {
  readonly wage?: string;
  readonly wageCurrency?: string;
  readonly termMonths?: number;
  readonly conditions?: string;
}

export interface SupplyContract {
  readonly id: string;
  readonly agencyId: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly number: string;
  readonly market: string;
  readonly occupation: string;
  readonly employer: string;
  /** Most people of all its orders together. */
  readonly quota: number;
  readonly signedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly terms: SupplyTerms;
  readonly state: SupplyContractState;
  readonly registrationNumber: string | null;
  readonly registeredOn: LocalDate | null;
  readonly reason: string | null;
}

/** What the department may make of a contract (registration by the ministry: Law 69/2020/QH14, Art. 20). */
const NEXT: Readonly<Record<SupplyContractState, readonly SupplyContractState[]>> = {
  filed: ['registered', 'refused'],
  registered: ['ended'],
  refused: [],
  ended: [],
};

export interface ContractDecision {
  readonly state: Exclude<SupplyContractState, 'filed'>;
  readonly registrationNumber?: string;
  readonly registeredOn?: LocalDate;
  readonly reason?: string;
}

/** Throws what is missing or out of order. */
export function checkContractDecision(current: SupplyContractState, decision: ContractDecision): void {
  if (!NEXT[current].includes(decision.state))
    throw new DomainError('refused', 'CONTRACT_STATE', 'Hợp đồng cung ứng không còn ở bước này. Hãy tải lại để xem kết quả đã ghi.', {
      state: current,
    });
  if (decision.state === 'registered' && !(decision.registrationNumber && decision.registeredOn))
    throw new DomainError('invalid', 'REGISTRATION_MISSING', 'Chưa có số và ngày văn bản chấp thuận. Hãy nhập theo văn bản của Bộ.');
  if (decision.state !== 'registered' && !decision.reason)
    throw new DomainError('invalid', 'REASON_MISSING', 'Chưa có lý do. Hãy ghi lý do để doanh nghiệp biết.');
}

/** Registered, and not past its own end. */
export function holdsOn(contract: Pick<SupplyContract, 'state' | 'registeredOn' | 'validUntil'>, day: LocalDate): boolean {
  return contract.state === 'registered' && contract.registeredOn! <= day && (contract.validUntil === null || day <= contract.validUntil);
}
