import { decideEnrolment } from './enrolment';

const ONE = { beforeExit: true, market: 'JP', inOtherClass: false, seat: null } as const;

describe('a seat in a class', () => {
  it.each([
    ['a free seat', ONE, 'JP', 1, { seat: 'seated' }],
    ['the last is gone', ONE, 'JP', 0, { seat: 'waiting' }],
    ['a class for any country', ONE, null, 1, { seat: 'seated' }],
    ['a case that has no country yet', { ...ONE, market: null }, 'JP', 1, { seat: 'seated' }],
    ['a class for another country', ONE, 'KR', 1, { refused: 'OTHER_MARKET' }],
    ['somebody who left', { ...ONE, beforeExit: false }, 'JP', 1, { refused: 'GONE' }],
    ['two classes at once', { ...ONE, inOtherClass: true }, 'JP', 1, { refused: 'OTHER_CLASS' }],
    ['asked again', { ...ONE, seat: 'seated' }, 'JP', 0, { known: true }],
    ['asked again while waiting', { ...ONE, seat: 'waiting' }, 'JP', 1, { known: true }],
    ['back after leaving', { ...ONE, seat: 'left' }, 'JP', 1, { seat: 'seated' }],
    ['nobody the reader sees', undefined, 'JP', 1, { refused: 'NOT_FOUND' }],
  ] as const)('%s', (_, candidate, market, free, expected) => expect(decideEnrolment(candidate, market, free)).toEqual(expected));
});
