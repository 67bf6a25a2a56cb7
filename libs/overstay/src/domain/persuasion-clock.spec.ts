import type { LocalDate } from '@app/kernel';
import { occurrenceOffsets, occurrences } from './persuasion-clock';

const MONTHLY = { everyDays: 30, untilDays: 365, thenEveryDays: 90 };
const day = (text: string) => text as LocalDate;

describe('the clock of persuasion', () => {
  it('beats every thirty days in the first year and every ninety afterwards', () => {
    expect(occurrenceOffsets(MONTHLY, 700)).toEqual([30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330, 360, 450, 540, 630]);
  });

  it('has nothing before its first beat', () => {
    expect(occurrences(day('2026-01-01'), MONTHLY, [], day('2026-01-30'))).toEqual([]);
    expect(occurrences(day('2026-01-01'), MONTHLY, [], day('2026-01-31'))).toEqual(['2026-01-31']);
  });

  it('is silent while an agreed visit lies ahead, but only from the day the agreement was recorded', () => {
    const visits = [{ visitedOn: day('2026-01-20'), recordedOn: day('2026-02-02'), nextVisitOn: day('2026-03-20') }];
    expect(occurrences(day('2026-01-01'), MONTHLY, visits, day('2026-03-31'))).toEqual(['2026-01-31', '2026-03-20']);
  });
});
