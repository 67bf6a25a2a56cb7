import { localDate } from '@app/kernel';
import { decidePublication, sameValue, type StandingRule } from './decide-publication';
import type { PolicyRow } from './policy-rule';

const TODAY = localDate('2026-11-24');
const standing = (from: string, value: unknown, until: string | null = null, market = '*'): StandingRule => ({
  key: 'stay.rule',
  market,
  value,
  from: localDate(from),
  until: until === null ? null : localDate(until),
});
const row = (from: string, value: unknown, market = '*', key = 'stay.rule'): PolicyRow => ({
  key,
  market,
  value,
  from: localDate(from),
  basis: 'thông lệ',
  certain: false,
  note: '',
});
const codes = (rows: PolicyRow[], rules: StandingRule[]) =>
  decidePublication(rows, rules, TODAY).faults.map((f) => `${f.row} ${f.field}: ${f.message}`);

describe('publishing', () => {
  const now = standing('2015-01-01', { days: 7 });

  it('adds a later row, and a market of its own', () => {
    const result = decidePublication([row('2026-12-01', { days: 5 }), row('2026-11-24', { days: 9 }, 'JP')], [now], TODAY);
    expect([result.add.length, result.unchanged, result.faults]).toEqual([2, 0, []]);
  });

  it('takes the same file twice without a change, whatever the order of fields', () => {
    const file = row('2026-12-01', { a: 1, b: [{ x: 1, y: 2 }] });
    const result = decidePublication([file], [now, standing('2026-12-01', { b: [{ y: 2, x: 1 }], a: 1 })], TODAY);
    expect(result).toEqual({ add: [], unchanged: 1, faults: [] });
  });

  it.each<[string, PolicyRow[], StandingRule[], RegExp]>([
    ['a day gone by', [row('2026-11-23', 1)], [now], /1 from: .*2026-11-23 đã qua.*2026-11-24/],
    [
      'a day a later row already has',
      [row('2026-12-01', 1)],
      [standing('2015-01-01', 7, '2026-12-01'), standing('2026-12-01', 8)],
      /đã có giá trị bắt đầu từ 2026-12-01/,
    ],
    [
      'a day before a later row',
      [row('2026-11-30', 1)],
      [standing('2015-01-01', 7, '2026-12-01'), standing('2026-12-01', 8)],
      /2026-12-01/,
    ],
    ['a key nobody reads', [row('2026-12-01', 1, '*', 'stay.rul')], [], /Không có quy tắc nào tên "stay.rul"/],
    ['two values for one place', [row('2026-12-01', 1), row('2026-12-05', 2)], [now], /2 key: .*hai lần/],
  ])('refuses %s', (_, rows, rules, message) => {
    expect(codes(rows, rules).join()).toMatch(message);
  });

  it('tells values apart', () => {
    expect([sameValue([1, 2], [2, 1]), sameValue({ a: null }, {}), sameValue('1', 1)]).toEqual([false, false, false]);
  });
});
