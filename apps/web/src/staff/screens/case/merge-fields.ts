export type Fields = Readonly<Record<string, unknown>>;

export interface FieldConflict {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Two people changed the same record. `base`: what I saw when I began, `mine`: what I have now, `theirs`: what is stored meanwhile. What only one
 * of us changed is taken; what both changed differently is asked, until then mine stands.
 */
export function mergeFields<F extends Fields>(base: F, mine: F, theirs: F): { merged: F; conflicts: FieldConflict[] } {
  const conflicts: FieldConflict[] = [];
  const merged = Object.fromEntries(
    Object.keys(mine).map((field) => {
      const [b, m, their] = [base[field], mine[field], theirs[field]];
      if (same(m, b)) return [field, their];
      if (!same(their, b) && !same(their, m)) conflicts.push({ field, mine: m, theirs: their });
      return [field, m];
    }),
  ) as F;
  return { merged, conflicts };
}

/** What differs from what is stored: nothing else is sent. */
export function changedFields<F extends Fields>(stored: F, mine: F): Partial<F> {
  return Object.fromEntries(Object.entries(mine).filter(([field, value]) => !same(stored[field], value))) as Partial<F>;
}
