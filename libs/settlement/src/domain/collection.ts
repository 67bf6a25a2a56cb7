import type { Dong, LocalDate } from '@app/kernel';

export const PAYMENT_ITEMS = [
  'SERVICE_FEE',
  'ESCROW',
  'FUND',
  'TRAINING',
  'LANGUAGE',
  'HEALTH_EXAM',
  'PASSPORT',
  'VISA',
  'POLICE_RECORD',
  'TICKET',
  'FILE',
  'SELECTION',
  'BROKERAGE',
  'OTHER',
] as const;
export type PaymentItem = (typeof PAYMENT_ITEMS)[number];

/** What is known of the case when somebody takes money from the worker. */
export interface CollectionFacts {
  readonly legalForm: string | null;
  readonly contractSignedOn: LocalDate | null;
  readonly visaOn: LocalDate | null;
  /** The most that may be taken for the item by the sheet or the cap; null: no figure known. */
  readonly cap: Dong | null;
  /** Taken for the item before. */
  readonly taken: Dong;
}

/** Why a collection is flagged. The money is recorded all the same: it has been taken. */
export type CollectionFault = 'NEVER_ALLOWED' | 'TOO_EARLY' | 'NO_SERVICE_FEE' | 'OVER_CAP';

/**
 * Money taken at the wrong moment or without right (Law 69/2020/QH14, Art. 7, 23, 25): selection and brokerage never, the service fee and the
 * escrow only after the sending contract, the escrow also after the visa or acceptance; public programmes have no service fee.
 */
export function collectionFaults(item: PaymentItem, amount: Dong, paidOn: LocalDate, facts: CollectionFacts): CollectionFault[] {
  const before = (day: LocalDate | null) => day === null || paidOn < day;
  return (
    [
      (item === 'SELECTION' || item === 'BROKERAGE') && 'NEVER_ALLOWED',
      item === 'SERVICE_FEE' && facts.legalForm !== null && facts.legalForm !== 'SERVICE' && 'NO_SERVICE_FEE',
      (item === 'SERVICE_FEE' || item === 'ESCROW') && before(facts.contractSignedOn) && 'TOO_EARLY',
      item === 'ESCROW' && !before(facts.contractSignedOn) && before(facts.visaOn) && 'TOO_EARLY',
      facts.cap !== null && facts.taken + amount > facts.cap && 'OVER_CAP',
    ] as const
  ).filter((one) => one !== false);
}

/** What was wrong about paying into an escrow with the agency, payment by payment, each fault once (Law 69/2020/QH14, Art. 25). */
export function depositFaults(
  deposits: readonly { readonly on: LocalDate; readonly amount: Dong }[],
  facts: Omit<CollectionFacts, 'taken'>,
): CollectionFault[] {
  let taken = 0n;
  const found = deposits.flatMap(({ on, amount }) => {
    const faults = collectionFaults('ESCROW', amount, on, { ...facts, taken });
    taken += amount;
    return faults;
  });
  return [...new Set(found)];
}

/** The articles the faults go against, by the words of `fee.fines`: of the item and the fault, else of the item, else of any other. */
export function articleOf(item: PaymentItem, faults: readonly CollectionFault[], fines: Readonly<Record<string, string>>): string {
  return [...new Set(faults.map((fault) => fines[`${item}.${fault}`] ?? fines[item] ?? fines.OTHER ?? ''))].join('; ');
}
