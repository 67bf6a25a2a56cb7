import type { AlertAnswerLine, EventAnswer, VisitAnswer } from '../../../api/schema';

/** One line of the history, whatever it came from. */
export type TimelineEntry =
  | { readonly from: 'event'; readonly key: string; readonly on: string; readonly event: EventAnswer; readonly correction?: EventAnswer }
  | { readonly from: 'alert'; readonly key: string; readonly on: string; readonly alert: AlertAnswerLine }
  | { readonly from: 'visit'; readonly key: string; readonly on: string; readonly visit: VisitAnswer };

/** The business day of a moment. */
const dayOf = (moment: string) => new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 10);

/**
 * Everything that happened to a case in one order: newest first by the day it happened, then by when it was learnt. A correction stands with what
 * it corrects; an alert that a higher rung replaced is left out.
 */
export function timelineEntries(
  events: readonly EventAnswer[],
  alerts: readonly AlertAnswerLine[],
  visits: readonly VisitAnswer[],
): TimelineEntry[] {
  const corrections = new Map(events.flatMap((event) => (event.correctsId === null ? [] : [[event.correctsId, event] as const])));
  const entries: (TimelineEntry & { readonly rank: number })[] = [
    ...events
      .filter(({ kind }) => kind !== 'CORRECTED')
      .map((event, rank) => ({
        from: 'event' as const,
        key: `event-${event.id}`,
        on: event.effectiveOn ?? dayOf(event.recordedAt),
        event,
        correction: corrections.get(event.id),
        rank,
      })),
    ...alerts
      .filter(({ state }) => state !== 'superseded')
      .map((alert) => ({ from: 'alert' as const, key: `alert-${alert.id}`, on: alert.raisedOn, alert, rank: 1e6 + alert.id })),
    ...visits.map((visit, rank) => ({ from: 'visit' as const, key: `visit-${visit.id}`, on: visit.visitedOn, visit, rank: 2e6 + rank })),
  ];
  return entries.sort((a, b) => (a.on === b.on ? b.rank - a.rank : a.on < b.on ? 1 : -1));
}
