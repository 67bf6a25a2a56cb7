import { localDate as day } from '@app/kernel';
import { monthlyDue } from './monthly-due';

describe('the monthly update of an agency', () => {
  it.each([
    ['2026-11-09', undefined],
    ['2026-11-10', { by: '2026-11-19', since: '2026-10-20' }],
    ['2026-11-19', { by: '2026-11-19', since: '2026-10-20' }],
    ['2026-11-20', undefined],
    ['2026-01-10', { by: '2026-01-19', since: '2025-12-20' }],
    ['2028-03-18', { by: '2028-03-19', since: '2028-02-20' }],
  ])('on %s', (today, expected) => expect(monthlyDue(day(today), 10, 20)).toEqual(expected));
});
