import fc from 'fast-check';
import { CLAIM_DEEDS, CLAIM_STATES, CLAIM_STEPS, MOVES, stateAfter, undoable } from './claim-state';
import { provenBy } from './claim-scans';
import { judgeClaim } from './judge-claim';
import { entitlementOf, type SupportItem } from './support-item';

const item = (over: Partial<SupportItem> = {}): SupportItem => ({
  item: 'TRAVEL',
  title: 'Tiền đi lại',
  per: 'course',
  ceilings: [
    { groups: ['SPECIAL_DIFFICULTY'], most: 300_000 },
    { groups: ['POOR', 'NEAR_POOR'], most: 200_000 },
  ],
  unitsMost: null,
  papers: [],
  ...over,
});
const food = item({ item: 'FOOD', per: 'day', unitsMost: 90, ceilings: [{ groups: ['POOR'], most: 50_000 }] });
const visa = item({ item: 'VISA', per: 'person', ceilings: [{ groups: ['POOR'], most: null }] });
const none = { units: 0, amount: 0n };

describe('who may be given what', () => {
  it.each([
    [['POOR'], { group: 'POOR', most: 200_000 }],
    [['POOR', 'SPECIAL_DIFFICULTY'], { group: 'SPECIAL_DIFFICULTY', most: 300_000 }],
    [['ETHNIC_MINORITY'], undefined],
    [[], undefined],
  ])('%j → %j', (groups, wanted) => expect(entitlementOf(item(), groups)).toEqual(wanted));

  it('takes "as billed" for the best there is', () =>
    expect(
      entitlementOf(
        item({
          ceilings: [
            { groups: ['POOR'], most: 9 },
            { groups: ['NEAR_POOR'], most: null },
          ],
        }),
        ['POOR', 'NEAR_POOR'],
      ),
    ).toEqual({ group: 'NEAR_POOR', most: null }));

  it.each([
    ['a course once, to the đồng', item(), ['POOR'], 1, 200_000n, none, { ceiling: 200_000n }],
    ['one đồng more', item(), ['POOR'], 1, 200_001n, none, { refusal: 'SUPPORT_OVER_CEILING', ceiling: 200_000n }],
    ['a second receipt takes the rest', item(), ['POOR'], 1, 50_000n, { units: 1, amount: 150_000n }, { ceiling: 200_000n }],
    ['and no more', item(), ['POOR'], 1, 50_001n, { units: 1, amount: 150_000n }, { refusal: 'SUPPORT_OVER_CEILING', standing: 150_000n }],
    ['two courses are one claim too many', item(), ['POOR'], 2, 1n, none, { refusal: 'SUPPORT_UNITS' }],
    ['days by their number', food, ['POOR'], 60, 3_000_000n, none, { ceiling: 3_000_000n }],
    [
      'days claimed before count with their room',
      food,
      ['POOR'],
      30,
      1_500_000n,
      { units: 60, amount: 3_000_000n },
      { ceiling: 4_500_000n },
    ],
    ['days not spent leave room', food, ['POOR'], 1, 100_000n, { units: 60, amount: 2_950_000n }, { ceiling: 3_050_000n }],
    ['days over', food, ['POOR'], 1, 50_001n, none, { refusal: 'SUPPORT_OVER_CEILING' }],
    ['days to the last one', food, ['POOR'], 30, 1n, { units: 60, amount: 3_000_000n }, { ceiling: 4_500_000n }],
    ['and no day more', food, ['POOR'], 31, 1n, { units: 60, amount: 3_000_000n }, { refusal: 'SUPPORT_UNITS_OVER', unitsLeft: 30 }],
    [
      'as billed, by its days all the same',
      { ...food, ceilings: visa.ceilings },
      ['POOR'],
      91,
      1n,
      none,
      { refusal: 'SUPPORT_UNITS_OVER' },
    ],
    ['days without a most', { ...food, unitsMost: null }, ['POOR'], 500, 1n, none, { ceiling: 25_000_000n }],
    ['as billed', visa, ['POOR'], 1, 9_000_000n, none, { ceiling: null }],
    ['no group', food, ['NEAR_POOR'], 1, 1n, none, { refusal: 'SUPPORT_NO_GROUP' }],
  ] as const)('%s', (_, of, groups, units, amount, before, wanted) =>
    expect(judgeClaim(of, groups, { units, amount }, before)).toMatchObject(wanted),
  );

  it('never lets receipts of one item pass the ceiling together, in whatever order they come', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ units: fc.integer({ min: 1, max: 40 }), amount: fc.bigInt(1n, 4_000_000n) }), { maxLength: 12 }),
        (claims) => {
          const sum = { units: 0, amount: 0n };
          for (const claim of claims) {
            if ('refusal' in judgeClaim(food, ['POOR'], claim, sum)) continue;
            sum.units += claim.units;
            sum.amount += claim.amount;
          }
          return sum.amount <= BigInt(sum.units) * 50_000n;
        },
      ),
    ));
});

describe('the way of a claim', () => {
  it('goes each way from one state only, and each way but a withdrawal back', () => {
    const ways = CLAIM_STATES.flatMap((state) => CLAIM_DEEDS.map((deed) => [state, deed, stateAfter(state, deed)] as const));
    expect(ways.filter(([, , to]) => to)).toEqual([
      ['PENDING', 'APPROVE', 'APPROVED'],
      ['PENDING', 'REFUSE', 'REFUSED'],
      ['PENDING', 'WITHDRAW', 'WITHDRAWN'],
      ['APPROVED', 'PAY', 'PAID'],
    ]);
    expect(CLAIM_STATES.map(undoable)).toEqual([undefined, 'APPROVE', 'REFUSE', 'PAY', undefined]);
  });

  it('moves money and makes none: what leaves one place comes to another', () => {
    for (const deed of CLAIM_DEEDS) expect(MOVES[deed].free + MOVES[deed].committed + MOVES[deed].paid).toBe(0);
    expect(CLAIM_STEPS.PAY.from).toBe(CLAIM_STEPS.APPROVE.to);
  });
});

describe('scans that prove a claim', () => {
  it.each([
    ['PENDING', ['a'], ['b'], ['b']],
    ['PENDING', ['a'], [], []],
    ['APPROVED', ['a'], ['b', 'b'], ['a', 'b']],
    ['PAID', ['a'], [], ['a']],
    ['REFUSED', ['a'], ['b'], undefined],
    ['WITHDRAWN', [], ['b'], undefined],
  ] as const)('%s: %j, chosen %j → %j', (state, before, chosen, wanted) => expect(provenBy(state, before, chosen)).toEqual(wanted));
});
