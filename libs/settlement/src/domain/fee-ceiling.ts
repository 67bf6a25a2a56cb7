import type { Dong } from '@app/kernel';
import { type FeeContract, type ServiceFeeCap, serviceFeeCap } from './fee-cap';

/** A rule with what it rests on, as far as a ceiling needs it. */
export interface RuleWithBasis<Value> {
  readonly value: Value;
  readonly basis: string;
  readonly certain: boolean;
}

/** The most that the worker may be asked for an item, in đồng, and by which text. */
export interface FeeCeiling {
  readonly item: 'SERVICE_FEE' | 'ESCROW';
  readonly most: number;
  readonly basis: string;
  readonly certain: boolean;
}

export interface CeilingRules {
  readonly service?: RuleWithBasis<ServiceFeeCap>;
  /** Absent: the market has no ceiling of its own. */
  readonly escrow?: RuleWithBasis<{ readonly amount: number }>;
}

/** The ceilings of a contract; an item without a rule has none. */
export function feeCeilings({ service, escrow }: CeilingRules, contract: FeeContract): FeeCeiling[] {
  return [
    ...(service
      ? [
          {
            item: 'SERVICE_FEE' as const,
            most: Number(serviceFeeCap(service.value, contract)),
            basis: service.basis,
            certain: service.certain,
          },
        ]
      : []),
    ...(escrow ? [{ item: 'ESCROW' as const, most: escrow.value.amount, basis: escrow.basis, certain: escrow.certain }] : []),
  ];
}

type Asked = readonly { readonly item: string; readonly payer: string; readonly amount: number }[];

/** What the side abroad pays of the service fee: the worker owes only what is missing up to the cap (Law 69/2020/QH14, Art. 23). */
export function foreignPaid(lines: Asked): Dong {
  return lines
    .filter(({ item, payer }) => payer === 'FOREIGN' && item === 'SERVICE_FEE')
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
}

/** The first ceiling that the worker's lines pass; several lines of one item count together. */
export function passedCeiling(lines: Asked, ceilings: readonly FeeCeiling[]): FeeCeiling | undefined {
  const asked = (item: string): Dong =>
    lines.filter((line) => line.payer === 'WORKER' && line.item === item).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  return ceilings.find(({ item, most }) => asked(item) > BigInt(most));
}
