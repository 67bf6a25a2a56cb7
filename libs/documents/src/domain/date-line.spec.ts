import { dateLine, printedDay } from './date-line';

describe('dates of official documents', () => {
  it.each([
    ['2026-03-05', 'Lai Châu, ngày 05 tháng 3 năm 2026'],
    ['2026-02-10', 'Lai Châu, ngày 10 tháng 02 năm 2026'],
    ['2026-01-01', 'Lai Châu, ngày 01 tháng 01 năm 2026'],
    ['2026-12-31', 'Lai Châu, ngày 31 tháng 12 năm 2026'],
  ])('%s', (day, line) => expect(dateLine('Lai Châu', day)).toBe(line));
  it('prints what is known of a birth', () => {
    expect(printedDay('1996-09-02')).toBe('02/09/1996');
    expect(printedDay('1996-01-01', 'Y')).toBe('1996');
    expect(printedDay(null)).toBe('…/…/……');
  });
});
