import type { LocalDate } from '@app/kernel';
import { fineRelevantFrom, marketRule, stayDates } from './stay-dates';

const day = (text: string) => text as LocalDate;
const RULES = [
  { market: '*', graceDays: 7, defaultStayDays: 30 },
  { market: 'CN', graceDays: 0, defaultStayDays: 0 },
];

describe('the host’s clock', () => {
  it('starts the day after stay and grace', () => {
    expect(stayDates({ contractEnd: day('2026-06-30'), stayUntil: day('2026-07-31') }, RULES[0]!)).toEqual({
      stayEnd: '2026-07-31',
      estimated: false,
      graceEnd: '2026-08-07',
      overstayFrom: '2026-08-08',
    });
  });

  it('never waits for a planned end when the permit ended before', () => {
    expect(stayDates({ contractEnd: day('2027-06-30'), stayUntil: day('2026-07-31') }, RULES[1]!)?.overstayFrom).toBe('2026-08-01');
  });

  it('estimates from the contract end and says so; without any date it says nothing', () => {
    expect(stayDates({ contractEnd: day('2026-06-30'), stayUntil: null }, RULES[0]!)).toMatchObject({
      stayEnd: '2026-07-30',
      estimated: true,
    });
    expect(stayDates({ contractEnd: null, stayUntil: null }, RULES[0]!)).toBeUndefined();
  });

  it('gives an unknown market the rule for all', () => {
    expect(marketRule(RULES, null).graceDays).toBe(7);
    expect(marketRule(RULES, 'CN').graceDays).toBe(0);
    expect(() => marketRule([], 'JP')).toThrow('no stay rule');
  });

  it('makes the fine relevant only once the contract is over too', () => {
    expect(fineRelevantFrom(day('2026-08-08'), day('2026-12-31'))).toBe('2027-01-01');
    expect(fineRelevantFrom(day('2027-08-08'), day('2026-12-31'))).toBe('2027-08-08');
  });
});
