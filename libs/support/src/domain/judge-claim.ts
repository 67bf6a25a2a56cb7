import type { Dong } from '@app/kernel';
import { type Entitlement, entitlementOf, type SupportItem } from './support-item';

/** What was claimed for the item before and still stands. */
export interface Standing {
  readonly units: number;
  readonly amount: Dong;
}

export interface ClaimedCosts {
  readonly units: number;
  /** đồng, as the papers show it. */
  readonly amount: Dong;
}

export type ClaimRefusal = 'SUPPORT_NO_GROUP' | 'SUPPORT_UNITS' | 'SUPPORT_UNITS_OVER' | 'SUPPORT_OVER_CEILING';

/** Either what the person is entitled to, or why not. `ceiling`: the most for the item in all, đồng. */
export type JudgedClaim =
  | { readonly entitlement: Entitlement; readonly ceiling: Dong | null }
  | { readonly refusal: ClaimRefusal; readonly ceiling?: Dong; readonly standing?: Dong; readonly unitsLeft?: number };

/**
 * May this cost be claimed? A course or a thing of the person is supported once, whatever the number of receipts; days and months by how many they
 * were. Receipts of one item count together: what was claimed before takes its part of the ceiling.
 */
export function judgeClaim(item: SupportItem, groups: readonly string[], claimed: ClaimedCosts, before: Standing): JudgedClaim {
  const entitlement = entitlementOf(item, groups);
  if (!entitlement) return { refusal: 'SUPPORT_NO_GROUP' };
  const counted = item.per === 'day' || item.per === 'month';
  if (!counted && claimed.units !== 1) return { refusal: 'SUPPORT_UNITS' };
  if (counted && item.unitsMost !== null && before.units + claimed.units > item.unitsMost)
    return { refusal: 'SUPPORT_UNITS_OVER', unitsLeft: Math.max(0, item.unitsMost - before.units) };
  if (entitlement.most === null) return { entitlement, ceiling: null };
  const units = counted ? before.units + claimed.units : 1;
  const ceiling = BigInt(entitlement.most) * BigInt(units);
  return before.amount + claimed.amount > ceiling
    ? { refusal: 'SUPPORT_OVER_CEILING', ceiling, standing: before.amount }
    : { entitlement, ceiling };
}
