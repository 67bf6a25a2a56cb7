import type { LocalDate } from '@app/kernel';
import { applyMilestone } from './apply-milestone';
import { type CaseFacts, NO_FACTS } from './case-facts';
import type { MilestoneKind } from './case-lifecycle';
import type { EventDetail } from './event-detail';

/** An event as stored. CORRECTED names an older event and holds what is true instead, or nothing when it never happened. */
export interface StoredEvent {
  readonly id: number;
  readonly kind: MilestoneKind | 'CORRECTED';
  readonly effectiveOn: LocalDate | null;
  readonly correctsId: number | null;
  readonly organisationId: string | null;
  readonly detail: EventDetail & {
    readonly withdrawn?: true;
    readonly correctionReason?: string;
    readonly correctedKind?: MilestoneKind;
  };
}

/** The valid events in their order: a corrected one is replaced where it stood, or left out. */
export function validEvents(events: readonly StoredEvent[]): (StoredEvent & { kind: MilestoneKind })[] {
  const corrections = new Map<number, StoredEvent>();
  for (const event of events) if (event.kind === 'CORRECTED' && event.correctsId !== null) corrections.set(event.correctsId, event);
  return events.flatMap((event) => {
    if (event.kind === 'CORRECTED') return [];
    const correction = corrections.get(event.id);
    if (!correction) return [event as StoredEvent & { kind: MilestoneKind }];
    if (correction.detail.withdrawn) return [];
    return [
      {
        ...event,
        kind: event.kind,
        effectiveOn: correction.effectiveOn,
        detail: { ...event.detail, ...correction.detail },
      },
    ];
  });
}

/** The case from nothing but its events. */
export function replayCase(events: readonly StoredEvent[]): CaseFacts {
  return validEvents(events).reduce<CaseFacts>(
    (facts, { kind, effectiveOn, detail }) =>
      applyMilestone(facts, { kind, effectiveOn, detail, ...(detail.contract && { contract: detail.contract }) }),
    NO_FACTS,
  );
}

/** Dates that contradict each other after a correction. */
export function contradicts(facts: CaseFacts): boolean {
  const { contractSignedOn: signed, departedOn: exit, returnedOn: back } = facts;
  return Boolean((signed && exit && exit < signed) || (exit && back && back < exit) || (back && !exit && facts.stage === 'RETURNED'));
}
