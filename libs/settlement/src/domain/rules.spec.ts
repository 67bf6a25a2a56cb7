import { localDate } from '@app/kernel';
import { articleOf, collectionFaults, depositFaults } from './collection';
import { deedFits, escrowDueBy, escrowOutcome, escrowStanding } from './escrow';
import { feeCeilings, foreignPaid, passedCeiling } from './fee-ceiling';
import { decideLiquidation, liquidationDueBy, unanswered } from './liquidation';
import { ENDED_AS, REFUND_KINDS, refundFits } from './refund-kind';

const day = localDate;

describe('money taken from a worker', () => {
  const facts = { legalForm: 'SERVICE', contractSignedOn: day('2026-02-01'), visaOn: day('2026-03-01'), cap: 66_000_000n, taken: 0n };
  it.each([
    ['SERVICE_FEE', 66_000_000n, '2026-02-01', {}, []],
    ['SERVICE_FEE', 66_000_001n, '2026-02-01', {}, ['OVER_CAP']],
    ['SERVICE_FEE', 1n, '2026-02-02', { taken: 66_000_000n }, ['OVER_CAP']],
    ['SERVICE_FEE', 10n, '2026-01-31', {}, ['TOO_EARLY']],
    ['SERVICE_FEE', 10n, '2026-01-31', { contractSignedOn: null }, ['TOO_EARLY']],
    ['SERVICE_FEE', 10n, '2026-02-10', { legalForm: 'PUBLIC' }, ['NO_SERVICE_FEE']],
    ['ESCROW', 10n, '2026-02-10', {}, ['TOO_EARLY']],
    ['ESCROW', 10n, '2026-03-01', {}, []],
    ['SELECTION', 10n, '2026-03-01', {}, ['NEVER_ALLOWED']],
    ['BROKERAGE', 10n, '2026-03-01', {}, ['NEVER_ALLOWED']],
    ['TRAINING', 10n, '2026-01-01', { cap: null }, []],
  ] as const)('%s of %s on %s', (item, amount, paidOn, more, faults) => {
    expect(collectionFaults(item, amount, day(paidOn), { ...facts, ...more })).toEqual(faults);
  });

  it.each([
    [[['2026-03-01', 12_000_000n]], 12_000_000n, []],
    [
      [
        ['2026-03-01', 10_000_000n],
        ['2026-03-02', 2_000_001n],
      ],
      12_000_000n,
      ['OVER_CAP'],
    ],
    [
      [
        ['2026-02-10', 1n],
        ['2026-02-11', 1n],
      ],
      12_000_000n,
      ['TOO_EARLY'],
    ],
    [[['2026-03-01', 1n]], 0n, ['OVER_CAP']],
    [[['2026-03-01', 90_000_000n]], null, []],
  ] as const)('escrow paid in %j under %s', (deposits, cap, faults) => {
    expect(
      depositFaults(
        deposits.map(([on, amount]) => ({ on: day(on), amount })),
        { ...facts, cap },
      ),
    ).toEqual(faults);
  });

  it('names the article', () => {
    const fines = { SELECTION: 'Điều 49', SERVICE_FEE: 'sớm', 'SERVICE_FEE.OVER_CAP': 'quá trần', OTHER: 'x' };
    expect(articleOf('SELECTION', ['NEVER_ALLOWED'], fines)).toBe('Điều 49');
    expect(articleOf('TRAINING', ['OVER_CAP'], fines)).toBe('x');
    expect(articleOf('SERVICE_FEE', ['OVER_CAP'], fines)).toBe('quá trần');
    expect(articleOf('SERVICE_FEE', ['TOO_EARLY', 'OVER_CAP'], fines)).toBe('sớm; quá trần');
  });
});

describe('a fee sheet against its ceilings', () => {
  const rule = <T>(value: T) => ({ value, basis: 'Điều 23', certain: true });
  const service = rule({ perYear: 100, most: 300, extensionPerYear: 50, partYear: 'months' as const });
  const ceilings = feeCeilings({ service, escrow: rule({ amount: 0 }) }, { monthlyWage: 22_000_000n, months: 36 });
  const line = (item: string, amount: number, payer = 'WORKER') => ({ item, amount, payer });

  it('says the most for each item and what it rests on; a market without a rule has no ceiling of escrow', () => {
    expect(ceilings).toEqual([
      { item: 'SERVICE_FEE', most: 66_000_000, basis: 'Điều 23', certain: true },
      { item: 'ESCROW', most: 0, basis: 'Điều 23', certain: true },
    ]);
    expect(feeCeilings({ service }, { monthlyWage: 22_000_000n, months: 12 })).toMatchObject([{ most: 22_000_000 }]);
  });

  it('counts what the side abroad pays of the service fee, and of nothing else', () => {
    const lines = [
      line('SERVICE_FEE', 9, 'FOREIGN'),
      line('SERVICE_FEE', 2, 'FOREIGN'),
      line('SERVICE_FEE', 5),
      line('TICKET', 7, 'FOREIGN'),
    ];
    expect(foreignPaid(lines)).toBe(11n);
  });

  it.each([
    ['exactly the ceiling', [line('SERVICE_FEE', 66_000_000)], undefined],
    ['one đồng more', [line('SERVICE_FEE', 66_000_001)], 'SERVICE_FEE'],
    ['in two parts', [line('SERVICE_FEE', 66_000_000), line('SERVICE_FEE', 1)], 'SERVICE_FEE'],
    ['paid by somebody else', [line('SERVICE_FEE', 90_000_000, 'FOREIGN')], undefined],
    ['an escrow where none may be asked', [line('ESCROW', 1)], 'ESCROW'],
    ['another item', [line('TRAINING', 90_000_000)], undefined],
  ])('%s', (_, lines, item) => expect(passedCeiling(lines, ceilings)?.item).toBe(item));
});

describe('escrow', () => {
  it.each([
    ['EPS', 'WITHDRAWN', null, 'RETURN'],
    ['EPS', 'RETURNED', 'COMPLETED', 'RETURN'],
    ['EPS', 'RETURNED', 'EARLY', 'RETURN'],
    ['EPS', 'RETURNED', 'DEPORTED', 'RETURN'],
    ['EPS', 'RETURNED', 'AFTER_ABSCONDING', 'FORFEIT'],
    ['EPS', 'RETURNED', 'VOLUNTARY_AFTER_OVERSTAY', 'FORFEIT'],
    ['EPS', 'ABSCONDED', null, 'FORFEIT'],
    ['EPS', 'OVERSTAYING', null, 'FORFEIT'],
    ['EPS', 'LAWFUL_STAY', null, 'RETURN'],
    ['EPS', 'DECEASED', null, 'RETURN'],
    ['EPS', 'ABROAD', null, undefined],
    ['AGENCY', 'ABSCONDED', null, undefined],
    ['AGENCY', 'RETURNED', 'AFTER_ABSCONDING', 'RETURN'],
  ] as const)('%s, %s %s → %s', (kind, stage, returnType, outcome) => {
    expect(escrowOutcome(kind, { stage, returnType })).toBe(outcome);
  });

  it.each([
    ['nothing came', [], { balance: 0, state: 'DUE' }],
    ['paid', [['DEPOSIT', 100]], { balance: 100, state: 'PAID' }],
    [
      'returned in part',
      [
        ['DEPOSIT', 100],
        ['RETURN', -40],
      ],
      { balance: 60, state: 'PAID' },
    ],
    [
      'returned',
      [
        ['DEPOSIT', 100],
        ['INTEREST', 5],
        ['RETURN', -105],
      ],
      { balance: 0, state: 'RETURNED' },
    ],
    [
      'to the budget',
      [
        ['DEPOSIT', 100],
        ['FORFEIT', -100],
      ],
      { balance: 0, state: 'FORFEITED' },
    ],
    [
      'damage, the rest returned',
      [
        ['DEPOSIT', 100],
        ['USE', -30],
        ['RETURN', -70],
      ],
      { balance: 0, state: 'RETURNED' },
    ],
    [
      'all against damage',
      [
        ['DEPOSIT', 100],
        ['USE', -100],
      ],
      { balance: 0, state: 'USED' },
    ],
  ] as const)('%s', (_, moves, standing) => {
    expect(escrowStanding(moves.map(([deed, held]) => ({ deed, held })))).toEqual(standing);
  });

  it('is due 35 days after the signing, and only the right side takes it', () => {
    expect(escrowDueBy(day('2026-03-10'), 35)).toBe('2026-04-14');
    expect([deedFits('EPS', 'FORFEIT'), deedFits('EPS', 'USE'), deedFits('AGENCY', 'FORFEIT'), deedFits('AGENCY', 'USE')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('liquidation', () => {
  const facts = { state: 'OPEN', endedOn: day('2026-05-01'), letters: [], unpaid: 0n, held: 0n } as const;
  const rule = { days: 180, letters: 3 };
  const letters = [day('2026-06-01'), day('2026-07-01'), day('2026-08-01')];
  it.each([
    ['PROPOSE', {}, { state: 'PROPOSED' }],
    ['CONFIRM', {}, { refusal: 'NOTHING_PROPOSED' }],
    ['CONFIRM', { state: 'PROPOSED' }, { state: 'CLOSED' }],
    ['CONFIRM', { state: 'PROPOSED', unpaid: 1n }, { refusal: 'REFUND_UNPAID' }],
    ['CONFIRM', { state: 'PROPOSED', held: 1n }, { refusal: 'ESCROW_HELD' }],
    ['DISPUTE', { state: 'PROPOSED' }, { state: 'DISPUTED' }],
    ['PROPOSE', { state: 'DISPUTED' }, { state: 'PROPOSED' }],
    ['CLOSE_ALONE', { letters: letters.slice(1) }, { refusal: 'LETTERS_MISSING' }],
    ['CLOSE_ALONE', { letters }, { state: 'UNILATERAL' }],
    // An escrow and a refund stay owed to somebody who does not answer.
    ['CLOSE_ALONE', { letters, held: 1n, unpaid: 1n }, { state: 'UNILATERAL' }],
    ['SEND_LETTER', { letters }, { state: 'OPEN' }],
    ['SEND_LETTER', { letters: [day('2026-09-01')] }, { refusal: 'LETTER_OF_DAY' }],
    ['SEND_LETTER', { endedOn: day('2026-09-02') }, { refusal: 'LETTER_BEFORE_END' }],
    ['PROPOSE', { state: 'CLOSED' }, { refusal: 'LIQUIDATION_OVER' }],
    ['SEND_LETTER', { state: 'UNILATERAL' }, { refusal: 'LIQUIDATION_OVER' }],
  ] as const)('%s of %j', (deed, more, answer) => {
    expect(decideLiquidation({ ...facts, ...more }, deed, day('2026-09-01'), rule)).toEqual(answer);
  });

  it('counts letters that nobody answered: one too early, or answered later, does not stand in the way of three others', () => {
    const [early, first, second] = [day('2026-04-30'), day('2026-05-01'), day('2026-06-01')];
    expect(unanswered([early, first, second], day('2026-05-01'), null)).toEqual([first, second]);
    expect(unanswered([first, second], day('2026-05-01'), first)).toEqual([second]);
    expect(unanswered([first, second], day('2026-05-01'), second)).toEqual([]);
  });

  it('is due 180 days after the end', () => {
    expect(liquidationDueBy(day('2026-05-01'), rule)).toBe('2026-10-28');
  });
});

describe('a refund and how the case ended', () => {
  it.each([
    ['WITHDRAWN', ['WITHDRAWAL']],
    ['NOT_SENT', ['NOT_SENT']],
    ['REJECTED', ['NOT_SENT']],
    ['DECEASED', ['DEATH']],
    ['RETURNED', ['EARLY_RETURN']],
    ['ABSCONDED', ['EARLY_RETURN']],
    ['CONTRACTED', []],
    ['READY', []],
  ])('%s → %j', (stage, kinds) => expect(REFUND_KINDS.filter((kind) => refundFits(kind, stage))).toEqual(kinds));

  it('leaves no way of ending two reasons', () => {
    const stages = Object.values(ENDED_AS).flat();
    expect(new Set(stages).size).toBe(stages.length);
  });
});
