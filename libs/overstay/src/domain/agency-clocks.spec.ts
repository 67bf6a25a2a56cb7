import { addDays, localDate as day, type LocalDate } from '@app/kernel';
import { type AgencyMatter, agencyQuestions, type AgencyRule, monthAskedAbout } from './agency-clocks';

const rule = (part: Partial<AgencyRule> & Pick<AgencyRule, 'code' | 'family' | 'offsetDays'>): AgencyRule => ({
  policyRuleId: 1,
  rung: 1,
  estimatedOffsetDays: part.offsetDays,
  lookbackDays: null,
  recipients: ['agency'],
  recipientsAtFirstSight: [],
  withoutAgency: null,
  owner: 'agency',
  answerWithin: { days: 9 },
  escalation: [],
  urgent: false,
  repeat: null,
  ...part,
});
const RULES = [
  rule({ code: 'MONTHLY_UPDATE_10', family: 'MONTHLY_UPDATE', offsetDays: -9 }),
  rule({
    code: 'MONTHLY_UPDATE_18',
    family: 'MONTHLY_UPDATE',
    offsetDays: -1,
    answerWithin: { days: 1 },
    escalation: [
      { from: 'agency', to: 'centre', workingDays: 3 },
      { from: 'centre', to: 'department', workingDays: 3 },
    ],
  }),
  rule({ code: 'LICENCE_END_90', family: 'LICENCE_END', offsetDays: -90, recipients: ['agency', 'centre'] }),
  rule({ code: 'LICENCE_END_30', family: 'LICENCE_END', offsetDays: -30, lookbackDays: 120, recipients: ['agency', 'centre'] }),
];
const plainDays = { addWorkingDays: (from: LocalDate, days: number) => addDays(from, days) };
const matter = (part: Partial<AgencyMatter> = {}): AgencyMatter => ({
  family: 'MONTHLY_UPDATE',
  subject: 'a',
  agencyId: 'a',
  provinces: ['12', '15'],
  lastDay: day('2026-11-19'),
  detail: { cases: 3 },
  ...part,
});
const ask = (asOf: string, one = matter(), asked: ReadonlyMap<string, LocalDate | null> = new Map()) =>
  agencyQuestions([one], RULES, asked, day(asOf), plainDays);
const seen = (asOf: string, one?: AgencyMatter, asked?: ReadonlyMap<string, LocalDate | null>) =>
  ask(asOf, one, asked).map(({ key, desk, dueOn }) => `${key.split(':')[1]} ${desk === 'agency' ? desk : key.split(':').at(-1)} ${dueOn}`);

/** What the program puts on desks, day after day. */
function story(days: readonly string[], one = matter()): Record<string, string[]> {
  let asked = new Map<string, LocalDate | null>();
  return Object.fromEntries(
    days.map((asOf) => {
      const questions = ask(asOf, one, asked);
      asked = new Map(questions.map(({ key, dueOn }) => [key, dueOn]));
      return [asOf, questions.map(({ desk, province, dueOn }) => `${desk} ${province} ${dueOn}`)];
    }),
  );
}

describe('what is asked of an agency as a whole', () => {
  it.each([
    ['2026-11-09', '2026-10-19'],
    ['2026-11-10', '2026-11-19'],
    ['2026-11-30', '2026-11-19'],
    ['2026-12-31', '2026-12-19'],
    ['2027-01-09', '2026-12-19'],
    ['2028-03-09', '2028-02-19'],
    ['2028-03-10', '2028-03-19'],
  ])('on %s the month is the one of %s', (asOf, lastDay) => expect(monthAskedAbout(day(asOf), 20, -9)).toBe(lastDay));

  it.each([
    ['before the first rung nothing', '2026-11-09', []],
    ['the agency once, whatever the provinces', '2026-11-10', ['MONTHLY_UPDATE_10 agency 2026-11-19']],
    ['never later than the law', '2026-11-16', ['MONTHLY_UPDATE_10 agency 2026-11-19']],
    ['only the highest rung', '2026-11-18', ['MONTHLY_UPDATE_18 agency 2026-11-19']],
    ['at first sight after the day its own clock', '2026-11-24', ['MONTHLY_UPDATE_18 agency 2026-11-25']],
  ])('asks %s', (_, asOf, expected) => expect(seen(asOf)).toEqual(expected));

  it('passes on to centre and department of each province when nobody acts, and stops there', () => {
    expect(story(['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24', '2026-12-01'])).toEqual({
      '2026-11-18': ['agency 12 2026-11-19'],
      '2026-11-19': ['agency 12 2026-11-19'],
      '2026-11-20': ['agency 12 2026-11-19', 'centre 12 2026-11-23', 'centre 15 2026-11-23'],
      '2026-11-23': ['agency 12 2026-11-19', 'centre 12 2026-11-23', 'centre 15 2026-11-23'],
      '2026-11-24': [
        'agency 12 2026-11-19',
        'centre 12 2026-11-23',
        'department 12 2026-11-27',
        'centre 15 2026-11-23',
        'department 15 2026-11-27',
      ],
      '2026-12-01': [
        'agency 12 2026-11-19',
        'centre 12 2026-11-23',
        'department 12 2026-11-27',
        'centre 15 2026-11-23',
        'department 15 2026-11-27',
      ],
    });
  });

  const licence = (lastDay: string) => matter({ family: 'LICENCE_END', lastDay: day(lastDay), provinces: ['12'] });
  it.each([
    ['91 days before', '2026-09-01', '2026-12-01', []],
    ['90 days before', '2026-09-02', '2026-12-01', ['LICENCE_END_90 agency 2026-09-11', 'LICENCE_END_90 centre-12 2026-09-11']],
    ['30 days before', '2026-11-01', '2026-12-01', ['LICENCE_END_30 agency 2026-11-10', 'LICENCE_END_30 centre-12 2026-11-10']],
    ['on the last day', '2028-02-29', '2028-02-29', ['LICENCE_END_30 agency 2028-02-29', 'LICENCE_END_30 centre-12 2028-02-29']],
    ['90 days after', '2027-03-01', '2026-12-01', ['LICENCE_END_30 agency 2027-03-10', 'LICENCE_END_30 centre-12 2027-03-10']],
    ['91 days after', '2027-03-02', '2026-12-01', []],
  ])('%s the end of a licence asks agency and centre', (_, asOf, lastDay, expected) =>
    expect(seen(asOf, licence(lastDay))).toEqual(expected),
  );

  it('keeps the day somebody was given', () => {
    const [first] = ask('2026-11-10', licence('2026-12-30'));
    expect(ask('2026-11-14', licence('2026-12-30'), new Map([[first!.key, first!.dueOn]]))[0]).toMatchObject({ dueOn: first!.dueOn });
  });
});
