import { judgeDeposit } from './deposit';

describe('the deposit of a licence', () => {
  const rule = { amount: 2_000_000_000, perBranch: 500_000_000, refillDays: 30 };
  it.each([
    [0, 2_000_000_000, { required: 2_000_000_000, missing: 0 }],
    [0, 1_999_999_999, { required: 2_000_000_000, missing: 1 }],
    [1, 2_000_000_000, { required: 2_500_000_000, missing: 500_000_000 }],
    [2, 3_500_000_000, { required: 3_000_000_000, missing: 0 }],
    [3, 0, { required: 3_500_000_000, missing: 3_500_000_000 }],
    [1, null, { required: 2_500_000_000, missing: null }],
  ] as const)('%s branches, %s deposited', (branches, deposited, judged) => {
    expect(judgeDeposit(rule, branches, deposited)).toEqual(judged);
  });
});
