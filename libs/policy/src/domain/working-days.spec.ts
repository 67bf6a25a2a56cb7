import { addDays, dayOfWeek, daysBetween, localDate, type LocalDate } from '@app/kernel';
import fc from 'fast-check';
import { type FileFault, readHolidayRows } from './policy-file';
import { SEED_HOLIDAYS } from './seed-files';
import { WorkingDays } from './working-days';

const faults: FileFault[] = [];
const seed = readHolidayRows(SEED_HOLIDAYS, faults);
const calendar = new WorkingDays(seed);

const anyDay = fc.integer({ min: 0, max: 1094 }).map((days) => addDays(localDate('2025-01-01'), days));
const anyHolidays = fc.uniqueArray(fc.record({ day: anyDay, kind: fc.constantFrom('off' as const, 'worked' as const) }), {
  selector: (row) => row.day,
  maxLength: 40,
});

describe('working days', () => {
  it('reads the seed, each day once', () => {
    expect(faults).toEqual([]);
    expect(new Set(seed.map((row) => row.day)).size).toBe(seed.length);
  });

  it.each([
    ['over a weekend and Ngày Văn hóa Việt Nam', '2026-11-20', 3, '2026-11-26'],
    ['over Tết 2026', '2026-02-13', 1, '2026-02-23'],
    ['over the substitute of Giỗ Tổ', '2026-04-24', 1, '2026-04-28'],
    ['30/4 and 1/5', '2026-04-29', 1, '2026-05-04'],
    ['over National Day and its exchanged Monday', '2026-08-28', 1, '2026-09-03'],
    ['a Saturday worked in exchange counts', '2026-08-21', 1, '2026-08-22'],
    ['backwards', '2026-02-23', -1, '2026-02-13'],
    ['none', '2026-11-24', 0, '2026-11-24'],
  ])('%s: %s and %d working days = %s', (_, from, count, expected) => {
    expect(calendar.addWorkingDays(localDate(from), count)).toBe(expected);
  });

  it.each(['2025', '2026', '2027'])('%s has the days off the law gives, substitutes included', (year) => {
    const off = seed.filter(
      (row) => row.kind === 'off' && row.day.startsWith(year) && row.basis !== 'Hoán đổi ngày làm việc theo thông báo lịch nghỉ của năm',
    );
    const lawful = year === '2025' ? 11 : 12;
    const onWeekend = off.filter((row) => dayOfWeek(row.day) > 5).length;
    expect(off.length - onWeekend).toBe(lawful);
  });

  it('moves a deadline off a day off', () => {
    expect(calendar.onOrAfter(localDate('2026-11-24'))).toBe('2026-11-25');
    expect(calendar.onOrAfter(localDate('2026-11-25'))).toBe('2026-11-25');
  });

  it('refuses a part of a day', () => {
    expect(() => calendar.addWorkingDays(localDate('2026-01-05'), 1.5)).toThrow(RangeError);
  });

  const property = (name: string, check: (days: WorkingDays, day: LocalDate, count: number) => void) =>
    it(name, () =>
      fc.assert(
        fc.property(anyHolidays, anyDay, fc.integer({ min: 0, max: 40 }), (holidays, day, count) =>
          check(new WorkingDays(holidays), day, count),
        ),
      ),
    );

  property('ends on a working day', (days, day, count) =>
    expect(count === 0 || days.isWorkingDay(days.addWorkingDays(day, count))).toBe(true),
  );
  property('passes exactly as many working days as asked', (days, day, count) =>
    expect(days.workingDaysBetween(day, days.addWorkingDays(day, count))).toBe(count),
  );
  property('adds up', (days, day, count) =>
    expect(days.addWorkingDays(days.addWorkingDays(day, count), 3)).toBe(days.addWorkingDays(day, count + 3)),
  );
  property('grows with the count and never runs faster than the calendar', (days, day, count) => {
    const reached = days.addWorkingDays(day, count);
    expect(daysBetween(day, reached)).toBeGreaterThanOrEqual(count);
    expect(days.addWorkingDays(day, count + 1) > reached).toBe(true);
  });
  property('goes back the way it came, from a working day', (days, day, count) => {
    const start = days.onOrAfter(day);
    expect(days.addWorkingDays(days.addWorkingDays(start, count), -count)).toBe(start);
  });
});
