import type { Dong } from '@app/kernel';
import type { CostItem } from './regime';

export interface NamedCost extends CostItem {
  readonly title: string;
}

/** What the budget pays of the costs, and by whose word: a claim it has approved or paid, or the hand of whoever works the sum out. */
export interface SupportedCost extends NamedCost {
  readonly by: 'CLAIM' | 'HAND';
  /** What was written by hand where the claim says another amount; it does not count. */
  readonly written: Dong | null;
}

/** A claim wins over what is written by hand; by hand counts only where nothing was claimed. */
export function supportedCosts(claimed: readonly NamedCost[], written: readonly NamedCost[]): SupportedCost[] {
  const byHand = (item: string) => written.find((one) => one.item === item)?.amount ?? null;
  return [
    ...claimed.map((one) => {
      const hand = byHand(one.item);
      return { ...one, by: 'CLAIM' as const, written: hand === one.amount ? null : hand };
    }),
    ...written
      .filter(({ item }) => !claimed.some((one) => one.item === item))
      .map((one) => ({ ...one, by: 'HAND' as const, written: null })),
  ];
}
