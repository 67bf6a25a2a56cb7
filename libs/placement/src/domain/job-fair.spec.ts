import { localDate as day } from '@app/kernel';
import { type FairTerms, termsFault } from './job-fair';
import { closedFor, decideSignUp } from './sign-up';

const TODAY = day('2026-11-26');
const TERMS: FairTerms = {
  title: 'Phiên tháng 12',
  heldOn: day('2026-12-05'),
  startsAt: '08:00',
  endsAt: '11:30',
  place: 'Hội trường',
  communeCode: null,
  firms: [],
  transport: null,
  signUpUntil: day('2026-12-03'),
  seats: 40,
  quota: null,
  communes: [],
  note: null,
};

describe('terms of a fair', () => {
  it.each([
    ['as usual', {}, 0, undefined],
    ['today', { heldOn: TODAY, signUpUntil: TODAY }, 0, undefined],
    ['yesterday', { heldOn: day('2026-11-25'), signUpUntil: day('2026-11-25') }, 0, 'FAIR_IN_PAST'],
    ['signed up on the day itself', { signUpUntil: day('2026-12-05') }, 0, undefined],
    ['signed up after it', { signUpUntil: day('2026-12-06') }, 0, 'SIGN_UP_AFTER_FAIR'],
    ['no end told', { endsAt: null }, 0, undefined],
    ['ends when it begins', { endsAt: '08:00' }, 0, 'FAIR_ENDS_BEFORE_START'],
    ['as many seats as are taken', { seats: 12 }, 12, undefined],
    ['fewer seats than are taken', { seats: 11 }, 12, 'FAIR_SEATS_TAKEN'],
  ] as const)('%s', (_, change, taken, fault) => expect(termsFault({ ...TERMS, ...change }, taken, TODAY)).toBe(fault));
});

describe('signing up', () => {
  const fair = { state: 'open', signUpUntil: day('2026-12-03'), heldOn: day('2026-12-05') } as const;
  it.each([
    ['the commune on the last day', {}, false, '2026-12-03', undefined],
    ['the commune a day later', {}, false, '2026-12-04', 'SIGN_UP_OVER'],
    ['the centre on the day of the fair', {}, true, '2026-12-05', undefined],
    ['the centre afterwards', {}, true, '2026-12-06', 'SIGN_UP_OVER'],
    ['a cancelled fair', { state: 'cancelled' }, true, '2026-12-01', 'FAIR_CANCELLED'],
  ] as const)('%s', (_, change, byCentre, today, closed) => expect(closedFor({ ...fair, ...change }, byCentre, day(today))).toBe(closed));

  const one = { communeCode: '03388', abroad: false, signed: false };
  it.each([
    ['a free seat', one, [], 1, { seat: true }],
    ['of a commune that is asked', one, ['03388', '03390'], 1, { seat: true }],
    ['of another commune', one, ['03390'], 1, { refused: 'NOT_ASKED' }],
    ['nobody the reader sees', undefined, [], 1, { refused: 'NOT_FOUND' }],
    ['whose commune of today is not known', { ...one, communeCode: null }, [], 1, { refused: 'NOT_FOUND' }],
    ['abroad', { ...one, abroad: true }, [], 1, { refused: 'ABROAD' }],
    ['the last seat is gone', one, [], 0, { refused: 'FULL' }],
    ['signed up before, the fair full', { ...one, signed: true }, [], 0, { known: true }],
    ['signed up before, abroad since', { ...one, signed: true, abroad: true }, [], 1, { known: true }],
  ] as const)('%s', (_, candidate, asked, free, expected) => expect(decideSignUp(candidate, asked, free)).toEqual(expected));
});
