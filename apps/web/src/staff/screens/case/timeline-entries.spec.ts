import type { AlertAnswerLine, EventAnswer, VisitAnswer } from '../../../api/schema';
import { timelineEntries } from './timeline-entries';

const event = (id: number, effectiveOn: string | null, more: Partial<EventAnswer> = {}) =>
  ({ id, kind: 'SELECTED', effectiveOn, recordedAt: '2026-03-01T18:00:00Z', correctsId: null, ...more }) as EventAnswer;

describe('the history of a case', () => {
  it('is one list, newest first by the day it happened, with corrections beside what they correct', () => {
    const entries = timelineEntries(
      [
        event(1, '2026-01-05'),
        event(2, '2026-02-01'),
        event(3, '2026-02-01'),
        event(4, null),
        event(5, '2026-01-09', { kind: 'CORRECTED', correctsId: 1 }),
      ],
      [
        { id: 9, raisedOn: '2026-02-03', state: 'open' },
        { id: 8, raisedOn: '2026-02-04', state: 'superseded' },
      ] as AlertAnswerLine[],
      [{ id: 'v', visitedOn: '2026-02-02' }] as VisitAnswer[],
    );
    expect(entries.map(({ key }) => key)).toEqual(['event-4', 'alert-9', 'visit-v', 'event-3', 'event-2', 'event-1']);
    // Learnt at one in the morning of the next day here, whatever the world's clock says.
    expect(entries[0]!.on).toBe('2026-03-02');
    expect(entries.at(-1)).toMatchObject({ correction: { id: 5 } });
  });
});
