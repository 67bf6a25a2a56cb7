/** What an amount of the catalogue is counted by. */
export type SupportUnit = 'course' | 'person' | 'day' | 'month';

/** An item the budget pays for (`support.items`), with what each group may be given for one unit: đồng, null = as billed. */
export interface SupportItem {
  readonly item: string;
  readonly title: string;
  readonly per: SupportUnit;
  readonly ceilings: readonly { readonly groups: readonly string[]; readonly most: number | null }[];
  /** Days or months supported at the most, in all; null for what is supported once. */
  readonly unitsMost: number | null;
  /** What must be in hand when it is paid. */
  readonly papers: readonly string[];
}

/** A source of money (`support.programmes`) and the groups it may pay for. */
export interface SupportProgramme {
  readonly code: string;
  readonly title: string;
  readonly groups: readonly string[];
}

/** What one person may be given for one unit of an item, and as member of which group: the best of the groups that count. */
export interface Entitlement {
  readonly group: string;
  /** đồng; null: as billed. */
  readonly most: number | null;
}

/** Undefined: none of these groups is supported for this item. */
export function entitlementOf({ ceilings }: SupportItem, groups: readonly string[]): Entitlement | undefined {
  const open = ceilings.flatMap(({ groups: entitled, most }) =>
    entitled.filter((group) => groups.includes(group)).map((group) => ({ group, most })),
  );
  return open.reduce<Entitlement | undefined>((best, one) => (!best || worth(one) > worth(best) ? one : best), undefined);
}

const worth = ({ most }: Entitlement): number => most ?? Number.POSITIVE_INFINITY;
