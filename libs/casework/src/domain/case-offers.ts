import type { Role } from '@app/kernel';
import { nextStage } from './apply-milestone';
import type { CaseFacts } from './case-facts';
import { MILESTONE_KINDS, type MilestoneKind, milestoneRow } from './case-lifecycle';
import type { Guard } from './guards';
import type { Need } from './lifecycle-row';
import type { StoredStage } from './stages';

/** A fact the case takes where it stands, from the one who looks at it. */
export interface CaseOffer {
  readonly kind: MilestoneKind;
  readonly title: string;
  /** What the report must bring. */
  readonly needs: readonly Need[];
  /** Where the case goes; null: it stays where it is. */
  readonly to: StoredStage | null;
  /** The guard the fact proves. */
  readonly proves: Guard | null;
  /** Kept as history only: the case has gone on since. */
  readonly late: boolean;
}

/** Recorded by a procedure of its own (two persons and a document; a named person who answers for it), never as a plain report. */
export const BY_PROCEDURE: readonly MilestoneKind[] = ['OVERSTAY_CONFIRMED', 'GUARD_WAIVED'];

/** What may be reported now and by this role, in the order of the lifecycle; dates and papers are judged when it is reported. */
export function offersOf(facts: Pick<CaseFacts, 'stage' | 'closedFrom'>, role: Role | 'system'): CaseOffer[] {
  return MILESTONE_KINDS.flatMap((kind) => {
    const row = milestoneRow(kind);
    const to = nextStage(facts, kind);
    if (!to || !row.by.includes(role) || BY_PROCEDURE.includes(kind)) return [];
    // An agency selects on the page of its order, many at once.
    if (role === 'agency_clerk' && row.needs?.includes('order')) return [];
    return [
      {
        kind,
        title: row.title,
        needs: row.needs ?? [],
        to: to === facts.stage ? null : to,
        proves: row.proves ?? null,
        late: row.late?.includes(facts.stage) ?? false,
      },
    ];
  });
}
