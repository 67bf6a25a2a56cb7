import { supportedCosts } from './supported-costs';

const cost = (item: string, amount: bigint) => ({ item, title: item, amount });

describe('what the budget pays of the costs', () => {
  it.each([
    ['nothing', [], [], []],
    ['by hand where nothing was claimed', [], [cost('FOOD', 5n)], [['FOOD', 5n, 'HAND', null]]],
    ['the claim, the hand agreeing', [cost('FOOD', 5n)], [cost('FOOD', 5n)], [['FOOD', 5n, 'CLAIM', null]]],
    ['the claim, the hand saying something else', [cost('FOOD', 5n)], [cost('FOOD', 9n)], [['FOOD', 5n, 'CLAIM', 9n]]],
    [
      'item by item',
      [cost('FOOD', 5n)],
      [cost('VISA', 2n)],
      [
        ['FOOD', 5n, 'CLAIM', null],
        ['VISA', 2n, 'HAND', null],
      ],
    ],
  ] as const)('%s', (_, claimed, written, wanted) =>
    expect(supportedCosts(claimed, written).map((one) => [one.item, one.amount, one.by, one.written])).toEqual(wanted),
  );
});
