import { settle } from './settle-rows';

const rows = (ids: string) => [...ids].map((id) => ({ kind: 'alert', id }));
const read = ({ rows: found, news }: ReturnType<typeof settle>) =>
  `${found.map((row) => (row.gone ? `(${row.id})` : row.id)).join('')} +${news}`;

describe('rows that change while somebody works in the list', () => {
  it.each([
    ['shows what is fresh when nobody is in the list', 'abc', 'xab', false, 'xab +0'],
    ['shows the first answer at once', '', 'abc', true, 'abc +0'],
    ['marks what somebody else finished and keeps its place', 'abc', 'ac', true, 'a(b)c +0'],
    ['counts what came in above and does not push', 'abc', 'xaybc', true, 'abc +2'],
    ['joins the next page at the end', 'abc', 'abcde', true, 'abcde +0'],
    ['does all of it at once', 'abc', 'xacde', true, 'a(b)cde +1'],
    ['keeps the place when everything is gone', 'ab', 'xy', true, '(a)(b)xy +0'],
  ])('%s', (_, shown, fresh, busy, expected) => expect(read(settle(rows(shown), rows(fresh), busy))).toBe(expected));

  it('takes over what a row says now', () => {
    const { rows: found } = settle([{ kind: 'task', id: '1', why: 'then' }], [{ kind: 'task', id: '1', why: 'now' }], true);
    expect(found).toEqual([{ kind: 'task', id: '1', why: 'now' }]);
  });
});
