import { localDate as day } from '@app/kernel';
import { certificateUntil, decideCertificate } from './certify';

const RULES = {
  kind: 'ORIENTATION',
  endsOn: day('2026-11-10'),
  requiredPeriods: 74,
  openSessions: 0,
  issuedOn: day('2026-11-12'),
  today: day('2026-11-22'),
} as const;
const PERSON = { seated: true, result: 'passed', attendedPeriods: 74 } as const;

describe('who gets a certificate', () => {
  it.each([
    ['all of it', {}, {}, undefined],
    ['one period short', { attendedPeriods: 73 }, {}, 'TOO_FEW_PERIODS'],
    ['a class that asks for none', { attendedPeriods: 0 }, { requiredPeriods: null }, undefined],
    ['no result yet', { result: null }, {}, 'NOT_PASSED'],
    ['failed', { result: 'failed' }, {}, 'NOT_PASSED'],
    ['not of the class', { seated: false }, {}, 'NOT_SEATED'],
    ['a session nobody took attendance of', {}, { openSessions: 1 }, 'SESSIONS_OPEN'],
    ['issued on the last day', {}, { issuedOn: day('2026-11-10') }, undefined],
    ['issued a day too early', {}, { issuedOn: day('2026-11-09') }, 'ISSUED_BEFORE_END'],
    ['issued today', {}, { issuedOn: day('2026-11-22') }, undefined],
    ['issued tomorrow', {}, { issuedOn: day('2026-11-23') }, 'ISSUED_IN_FUTURE'],
  ] as const)('%s', (_, person, rules, expected) =>
    expect(decideCertificate({ ...PERSON, ...person }, { ...RULES, ...rules })).toBe(expected),
  );

  it.each([
    ['2026-11-12', 24, '2028-11-12'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2026-02-28', 24, '2028-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
  ])('issued %s for %i months: until %s', (on, months, until) => expect(certificateUntil(day(on), months)).toBe(until));
});
