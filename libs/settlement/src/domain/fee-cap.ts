import type { Dong } from '@app/kernel';

/** The most a worker may be asked to pay for the service (`fee.service`; Law 69/2020/QH14, Art. 23; markets and jobs with less by circular). */
export interface ServiceFeeCap {
  /** Hundredths of a month's wage for 12 months of contract: 100 = one month. */
  readonly perYear: number;
  /** The most in all, in hundredths of a month's wage, however long the contract is. */
  readonly most: number;
  /** Hundredths of a month's wage for 12 months of extension. */
  readonly extensionPerYear: number;
  /** `months`: a part of a year counts by its months; `years`: only whole years count. */
  readonly partYear: 'months' | 'years';
}

export interface FeeContract {
  readonly monthlyWage: Dong;
  readonly months: number;
  /** The contract is an extension of an earlier one. */
  readonly extension?: boolean;
  /** What the side abroad has paid already, in đồng at the contract's rate. */
  readonly foreignPaid?: Dong;
}

/** What the cap comes to for a contract. */
export function serviceFeeCap(cap: ServiceFeeCap, { monthlyWage, months, extension, foreignPaid = 0n }: FeeContract): Dong {
  const counted = cap.partYear === 'years' ? months - (months % 12) : months;
  const byTerm = (monthlyWage * BigInt(extension ? cap.extensionPerYear : cap.perYear) * BigInt(counted)) / 1_200n;
  const most = (monthlyWage * BigInt(cap.most)) / 100n;
  const left = (byTerm < most ? byTerm : most) - foreignPaid;
  return left > 0n ? left : 0n;
}
