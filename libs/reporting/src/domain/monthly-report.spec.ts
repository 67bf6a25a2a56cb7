import { type LocalDate, localDate } from '@app/kernel';
import { figuresOf, type ReportLine, restated } from './report-figures';
import { lastWholePeriod, periodOf } from './report-period';
import { nextVersion, stateAfter } from './report-state';
import { bigFalls } from './report-warnings';

const rule = { windowStartDay: 1, lastDay: 9, fallPercent: 40, fallFrom: 5 };
const day = localDate;
const line = (indicator: string, value: number, communeCode = '12001'): ReportLine => ({ communeCode, indicator, value, caseIds: [] });

describe('the days of a monthly report', () => {
  it.each<[string, number, string, string, string, string]>([
    ['2026-10-17', 1, '2026-10-01', '2026-10-31', '2026-01-01', '2026-11-09'],
    ['2026-02-01', 1, '2026-02-01', '2026-02-28', '2026-01-01', '2026-03-09'],
    ['2026-12-31', 1, '2026-12-01', '2026-12-31', '2026-01-01', '2027-01-09'],
    ['2026-10-17', 15, '2026-09-15', '2026-10-14', '2025-12-15', '2026-11-09'],
    ['2026-01-05', 15, '2025-12-15', '2026-01-14', '2025-12-15', '2026-02-09'],
  ])('%s, window from day %i: %s to %s', (of, windowStartDay, from, to, yearFrom, dueOn) =>
    expect(periodOf(day(of), { ...rule, windowStartDay })).toMatchObject({ from, to, yearFrom, dueOn }),
  );

  it.each<[string, number, string]>([
    ['2026-11-01', 1, '2026-10-01'],
    ['2026-11-30', 1, '2026-10-01'],
    ['2026-11-14', 15, '2026-10-01'],
    ['2026-11-15', 15, '2026-11-01'],
  ])('on %s the newest whole month (window from day %i) is %s', (today, windowStartDay, month) =>
    expect(lastWholePeriod(day(today), { ...rule, windowStartDay }).month).toBe(month as LocalDate),
  );
});

describe('the life of a monthly report', () => {
  const last = { version: 2, state: 'submitted' as const, remark: 'không' };
  it.each([
    ['nothing sent yet', undefined, 0, 'không', 1],
    ['sent back', { ...last, state: 'returned' as const }, 0, 'không', 3],
    ['a number was corrected', last, 1, 'không', 3],
    ['other words', last, 0, 'có đề xuất', 3],
    ['taken in, then corrected', { ...last, state: 'consolidated' as const }, 2, 'không', 3],
  ])('%s: the next version', (_, sent, corrections, remark, version) => expect(nextVersion(sent, corrections, remark)).toBe(version));
  it('refuses what says nothing new', () =>
    expect(() => nextVersion(last, 0, ' không ')).toThrow(expect.objectContaining({ code: 'REPORT_UNCHANGED' })));

  it.each([
    ['submitted', 'accept', 'accepted'],
    ['submitted', 'return', 'returned'],
    ['accepted', 'return', 'returned'],
    ['accepted', 'consolidate', 'consolidated'],
    ['consolidated', 'return', 'returned'],
  ] as const)('%s, %s: %s', (state, deed, to) => expect(stateAfter(state, deed)).toBe(to));
  it.each([
    ['returned', 'accept'],
    ['accepted', 'accept'],
    ['consolidated', 'accept'],
  ] as const)('%s cannot be decided by %s', (state, deed) =>
    expect(() => stateAfter(state, deed)).toThrow(expect.objectContaining({ code: 'REPORT_DECIDED' })),
  );
});

describe('the numbers of a monthly report', () => {
  it('names what was corrected, and not what moves by itself', () =>
    expect(
      restated([line('exits.month', 3), line('training', 5), line('visits', 2)], [line('exits.month', 4), line('training', 9)]),
    ).toEqual([
      { indicator: 'exits.month', sent: 3, now: 4 },
      { indicator: 'visits', sent: 2, now: 0 },
    ]));
  it('prints every line of the form, countries below theirs, loans only for who sees the books', () => {
    const figures = figuresOf([line('exits.month', 3), line('exits.market.JP', 1), line('exits.market.KR', 2)], false);
    const at = figures.findIndex(({ indicator }) => indicator === 'exits.month');
    expect(figures.slice(at, at + 3).map(({ market, value }) => [market, value])).toEqual([
      [null, 3],
      ['KR', 2],
      ['JP', 1],
    ]);
    expect(figures.find(({ indicator }) => indicator === 'visits')?.value).toBe(0);
    expect(figures.some(({ indicator }) => indicator.startsWith('loans.'))).toBe(false);
  });
  it('asks about a fall of two fifths of at least five', () =>
    expect(
      bigFalls(
        [
          [5, 3],
          [5, 4],
          [4, 0],
          [10, 2],
        ].map(([before, exits], i) => ({ communeCode: String(i), name: '', before: before!, exits: exits! })),
        rule,
      ).map(({ communeCode }) => communeCode),
    ).toEqual(['3', '0']));
});
