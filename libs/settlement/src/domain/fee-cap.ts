import type { Dong, LocalDate } from '@app/kernel';

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

/** Work with a service fee of its own (`fee.service.jobs`; annexes of Circular 21/2021, 02/2024 and 09/2026): parts of {@link ServiceFeeCap}. */
export interface FeeJob extends Pick<ServiceFeeCap, 'perYear' | 'most'> {
  readonly code: string;
  readonly title: string;
  /** null: everywhere. */
  readonly markets: readonly string[] | null;
}

/** Work that has a fee of its own in a market. */
export const jobsIn = (jobs: readonly FeeJob[], market: string): FeeJob[] =>
  jobs.filter(({ markets }) => markets === null || markets.includes(market));

/** The cap of such work; an extension is held to no more than the work itself. */
export function capOfJob(general: ServiceFeeCap, { perYear, most }: FeeJob): ServiceFeeCap {
  return { ...general, perYear, most, extensionPerYear: Math.min(general.extensionPerYear, perYear) };
}

/**
 * Days whose rules a fee of a case is held to, and the least of them counts: the day of the signing, whose rules a case keeps; and as long as the person
 * has not left, the day of the payment, since a contract signed before a change goes on only where the person is not worse off (transition of Circular
 * 09/2026/TT-BNV). Who had left before the change goes on as signed.
 */
export function feeRuleDays(
  { contractSignedOn, departedOn }: { readonly contractSignedOn: LocalDate | null; readonly departedOn: LocalDate | null },
  paidOn: LocalDate,
): LocalDate[] {
  const signed = contractSignedOn ?? paidOn;
  const last = departedOn !== null && departedOn < paidOn ? departedOn : paidOn;
  return last > signed ? [signed, last] : [signed];
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
