import { addDays, readDay } from './read-day';

const TODAY = '2026-11-26';

describe('a date as people write it', () => {
  it.each([
    ['5/3/26', '2026-03-05'],
    ['05032026', '2026-03-05'],
    ['050326', '2026-03-05'],
    ['5.3.2026', '2026-03-05'],
    ['5-3-26', '2026-03-05'],
    [' 05/03/2026 ', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['29/2/2028', '2028-02-29'],
    ['1/9/98', '1998-09-01'],
    ['1/1/41', '2041-01-01'],
    ['1/1/42', '1942-01-01'],
  ])('%s is %s', (text, day) => expect(readDay(text, TODAY)).toEqual({ day, precision: 'YMD' }));

  it.each(['31/2/2026', '29/2/2027', '32/1/26', '5/13/2026', '', 'mai', '5/3', '0/3/26', '1996', '03/1996', '5/3/0026'])(
    '%s is no day',
    (text) => expect(readDay(text, TODAY)).toBeUndefined(),
  );

  it('keeps what is known where less than a day is allowed', () => {
    expect(readDay('1996', TODAY, true)).toEqual({ day: '1996-01-01', precision: 'Y' });
    expect(readDay('3/1996', TODAY, true)).toEqual({ day: '1996-03-01', precision: 'YM' });
    expect(readDay('13/1996', TODAY, true)).toBeUndefined();
  });

  it('moves over months and years', () => {
    expect(addDays('2026-11-26', 7)).toBe('2026-12-03');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  });
});
