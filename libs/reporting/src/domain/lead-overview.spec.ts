import { localDate } from '@app/kernel';
import { expectedBy, monthlyPlan } from './lead-overview';
import { readTargets } from './target';

describe('targets', () => {
  it('expect their part of the days gone by', () => {
    expect(expectedBy(365, 2026, localDate('2026-01-01'))).toBe(1);
    expect(expectedBy(200, 2026, localDate('2026-03-05'))).toBe(35);
    expect(expectedBy(200, 2026, localDate('2026-12-31'))).toBe(200);
    expect(expectedBy(366, 2028, localDate('2028-12-30'))).toBe(365);
    expect(expectedBy(null, 2026, localDate('2026-03-05'))).toBeNull();
  });

  it('are spread over twelve months without losing anybody', () => {
    for (const target of [0, 1, 7, 200, 3001]) expect(monthlyPlan(target).reduce((sum: number, n) => sum + n!, 0)).toBe(target);
    expect(monthlyPlan(null)).toEqual(Array.from({ length: 12 }, () => null));
  });

  it('are read from a sheet with titles above, columns in any order and totals below', () => {
    const read = readTargets([
      ['KẾ HOẠCH NĂM 2026', '', ''],
      ['Chỉ tiêu (người)', 'Xã, phường', 'Năm'],
      ['1.200', 'Xã Bình Lư', '2026'],
      ['x', '03390', '2026'],
      ['5', 'Xã Tả Lèng', '26'],
      ['1.205', 'Tổng cộng', ''],
    ]);
    expect(read?.rows).toEqual([{ row: 3, place: 'Xã Bình Lư', year: 2026, exits: 1200 }]);
    expect(read?.faults.map(({ row, code }) => [row, code])).toEqual([
      [4, 'TARGET_NUMBER_WRONG'],
      [5, 'TARGET_YEAR_WRONG'],
    ]);
    expect(readTargets([['a', 'b']])).toBeUndefined();
  });
});
