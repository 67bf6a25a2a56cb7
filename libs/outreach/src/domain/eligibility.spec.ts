import { localDate as day } from '@app/kernel';
import { ageOn, type EligibilityFacts, type EligibilityLimits, judgeEligibility, type Outcome } from './eligibility';

const LIMITS: EligibilityLimits = {
  market: 'KR',
  exitOn: day('2027-03-01'),
  age: { minimum: 18, maximum: 39 },
  suspended: new Map([['03388', 'named']]),
  livedSince: day('2026-03-01'),
  relatives: ['FATHER', 'MOTHER', 'SPOUSE', 'CHILD', 'SIBLING'],
  earlierOverstay: { sameMarket: 'refuse', otherMarket: 'ask' },
};
const FACTS: EligibilityFacts = {
  workerId: 'w',
  birthDate: day('1995-06-01'),
  birthPrecision: 'YMD',
  sex: 'F',
  communeCode: '03390',
  livedIn: null,
  overstayed: null,
  relatives: 2,
  unnumberedKin: null,
  overstayingKin: null,
  away: false,
};

describe('the age on a day', () => {
  it.each<[string, string, 'Y' | 'YM' | 'YMD', string, number, number]>([
    ['the day before the birthday', '2009-03-02', 'YMD', '2027-03-01', 17, 17],
    ['the birthday', '2009-03-01', 'YMD', '2027-03-01', 18, 18],
    ['29 February, in a common year on 28 February', '2008-02-29', 'YMD', '2027-02-28', 18, 18],
    ['29 February, in a common year on 1 March', '2008-02-29', 'YMD', '2027-03-01', 19, 19],
    ['29 February, in a leap year on its day', '2008-02-29', 'YMD', '2028-02-29', 20, 20],
    ['a year alone', '2009-01-01', 'Y', '2027-03-01', 17, 18],
    ['a year alone, on the last day of the year', '2009-01-01', 'Y', '2027-12-31', 18, 18],
    ['a month', '2009-03-01', 'YM', '2027-03-15', 17, 18],
    ['a month that is over', '2009-02-01', 'YM', '2027-03-15', 18, 18],
  ])('%s', (_, birth, precision, on, youngest, oldest) => {
    expect(ageOn(day(birth), precision, day(on))).toEqual({ youngest, oldest });
  });
});

describe('eligibility', () => {
  const born = (birthDate: string, birthPrecision: 'Y' | 'YM' | 'YMD' = 'YMD') => ({ birthDate: day(birthDate), birthPrecision });
  it.each<[string, Partial<EligibilityFacts>, Partial<EligibilityLimits>, string, Outcome, string]>([
    ['old enough on the day of the exit', born('2009-03-01'), {}, 'AGE', 'met', '18'],
    ['too young by a day', born('2009-03-02'), {}, 'AGE', 'refused', '17'],
    ['the oldest year that is taken', born('1987-03-02'), {}, 'AGE', 'met', '39'],
    ['too old by a day', born('1987-03-01'), {}, 'AGE', 'refused', '40'],
    ['perhaps too young', born('2009-01-01', 'Y'), {}, 'AGE', 'ask', '17-18'],
    ['of unknown birth', { birthDate: null }, {}, 'AGE', 'ask', ''],
    ['in a market without an upper limit', born('1960-01-01'), { age: { minimum: 18, maximum: null } }, 'AGE', 'met', '67'],
    ['too old for the order alone', born('1992-01-01'), { order: { ageTo: 30 } }, 'AGE', 'refused', '35'],
    ['from another commune', {}, {}, 'LOCALITY', 'met', '03390'],
    ['from a suspended commune', { communeCode: '03388' }, {}, 'LOCALITY', 'refused', '03388'],
    ['moved away from a suspended commune a short time ago', { livedIn: ['03388'] }, {}, 'LOCALITY', 'refused', '03388'],
    ['moved where the history does not count', { livedIn: ['03388'] }, { livedSince: null }, 'LOCALITY', 'met', '03390'],
    ['of no known commune', { communeCode: null }, {}, 'LOCALITY', 'ask', ''],
    ['of no known commune where none is suspended', { communeCode: null }, { suspended: new Map() }, 'LOCALITY', 'met', ''],
    ['with relatives at home', {}, {}, 'RELATIVES', 'met', '2'],
    ['with a brother who stays unlawfully', { overstayingKin: ['SIBLING'] }, {}, 'RELATIVES', 'refused', 'SIBLING'],
    ['whose relatives nobody wrote down', { relatives: 0 }, {}, 'RELATIVES', 'ask', '0'],
    ['with a brother whose number nobody knows', { unnumberedKin: ['SIBLING'] }, {}, 'RELATIVES', 'ask', '2'],
    [
      'with a brother whose number nobody knows, where only parents count',
      { unnumberedKin: ['SIBLING'] },
      { relatives: ['FATHER', 'MOTHER'] },
      'RELATIVES',
      'met',
      '2',
    ],
    [
      'with a brother who stays unlawfully, and a father without a number',
      { unnumberedKin: ['FATHER'], overstayingKin: ['SIBLING'] },
      {},
      'RELATIVES',
      'refused',
      'SIBLING',
    ],
    [
      'with a brother, where only parents count',
      { overstayingKin: ['SIBLING'] },
      { relatives: ['FATHER', 'MOTHER'] },
      'RELATIVES',
      'met',
      '2',
    ],
    [
      'with a brother, in a market without the rule',
      { overstayingKin: ['SIBLING'], relatives: 0 },
      { relatives: [] },
      'RELATIVES',
      'met',
      '',
    ],
    ['who never overstayed', {}, {}, 'EARLIER_OVERSTAY', 'met', ''],
    ['who overstayed there', { overstayed: ['KR'] }, {}, 'EARLIER_OVERSTAY', 'refused', 'KR'],
    ['who overstayed elsewhere', { overstayed: ['JP'] }, {}, 'EARLIER_OVERSTAY', 'ask', 'JP'],
    ['who overstayed in both', { overstayed: ['JP', 'KR'] }, {}, 'EARLIER_OVERSTAY', 'refused', 'JP KR'],
    ['who is abroad', { away: true }, {}, 'AWAY', 'refused', 'abroad'],
    ['of the sex that is asked', {}, { order: { sex: 'F' } }, 'ORDER', 'met', 'F'],
    ['of the other sex', {}, { order: { sex: 'M' } }, 'ORDER', 'refused', 'F'],
    ['of unknown sex', { sex: null }, { order: { sex: 'M' } }, 'ORDER', 'ask', ''],
  ])('of somebody %s', (_, facts, limits, rule, outcome, value) => {
    const told = judgeEligibility({ ...FACTS, ...facts }, { ...LIMITS, ...limits });
    expect(told.findings.find((one) => one.rule === rule)).toEqual({ rule, outcome, value });
    // One rule decides here, so it is the whole answer too.
    expect(told.outcome).toBe(outcome);
  });

  it('is refused by one rule, whatever the others ask', () => {
    expect(judgeEligibility({ ...FACTS, relatives: 0, away: true }, LIMITS).outcome).toBe('refused');
  });
});
