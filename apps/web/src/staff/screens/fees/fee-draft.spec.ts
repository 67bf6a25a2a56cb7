import { type DraftLine, feeDraft, feeRequest, inWages, leftCeilings, mayBeSplit, splitLine, workerPays } from './fee-draft';

const TODAY = '2026-11-28';
const SHEET = {
  market: 'TW',
  occupation: 'Lắp ráp',
  months: 36,
  monthlyWage: 22_000_000,
  lines: [
    { item: 'SERVICE_FEE', payer: 'WORKER', amount: 60_000_000, when: 'sau khi ký' },
    { item: 'TICKET', payer: 'FOREIGN', amount: 9_000_000, refundable: true },
  ],
};

describe('a fee sheet as it is typed', () => {
  it('has a line for every item, begins at the sheet before, and sends only what is filled', () => {
    const draft = feeDraft(SHEET, TODAY);
    expect(draft.lines.map(({ item }) => item)).toEqual(expect.arrayContaining(['SERVICE_FEE', 'ESCROW', 'TICKET', 'OTHER']));
    expect(draft.lines.find(({ item }) => item === 'BROKERAGE')).toMatchObject({ payer: 'AGENCY', amount: '' });
    expect(draft.lines.some(({ item }) => item === 'SELECTION')).toBe(false);
    expect(feeRequest(draft)).toEqual({ ...SHEET, validFrom: TODAY });
    expect(feeRequest(feeDraft({ ...SHEET, job: 'TW_CARE_INSTITUTION' }, TODAY))).toMatchObject({ job: 'TW_CARE_INSTITUTION' });
    expect(workerPays(draft.lines)).toBe(60_000_000);
    expect(workerPays(draft.lines, 'TICKET')).toBe(0);
  });

  it('takes what the side abroad pays of the service fee off its ceiling, and off no other', () => {
    const ceilings = ['SERVICE_FEE', 'ESCROW'].map((item) => ({ item, most: 66, basis: 'Điều 23', certain: true }));
    const paid = (amount: string, item = 'SERVICE_FEE') => ({ item, amount, payer: 'FOREIGN', when: '' });
    const left = (...lines: ReturnType<typeof paid>[]) => leftCeilings(ceilings, lines).map(({ most }) => most);
    expect([left(paid('20')), left(paid('40'), paid('30')), left(paid('5', 'TICKET'))]).toEqual([
      [46, 66],
      [0, 66],
      [66, 66],
    ]);
  });

  it.each([
    ['no country', { market: '' }],
    ['no occupation', { occupation: ' ' }],
    ['no wage', { monthlyWage: 'chưa rõ' }],
    ['nothing asked', { lines: [] }],
  ])('is not sent with %s', (_, part) => expect(feeRequest({ ...feeDraft(SHEET, TODAY), ...part })).toBeUndefined());

  it('reads amounts as people write them, and tells them in wages', () => {
    const draft = feeDraft({ ...SHEET, lines: [] }, TODAY);
    const typed = { ...draft, lines: draft.lines.map((line) => (line.item === 'VISA' ? { ...line, amount: '1.250.000 đ' } : line)) };
    expect(feeRequest(typed)!.lines).toEqual([{ item: 'VISA', payer: 'WORKER', amount: 1_250_000 }]);
    expect([inWages(78_000_000, 22_000_000), inWages(44_000_000, 22_000_000), inWages(5, 0)]).toEqual(['3,5', '2', '0']);
  });

  it('splits an item between its payers, each once, and never asks the worker for brokerage', () => {
    const line = (item: string, payer: string, amount = '5'): DraftLine => ({ item, payer, amount, when: '' });
    const payers = (item: string, payer: string) => {
      let lines: DraftLine[] = [line(item, payer)];
      while (mayBeSplit(lines, 0)) lines = splitLine(lines, lines.length - 1);
      return lines.map((one) => one.payer);
    };
    expect(payers('TRAINING', 'WORKER')).toEqual(['WORKER', 'AGENCY', 'FOREIGN', 'BUDGET']);
    expect(payers('BROKERAGE', 'AGENCY')).toEqual(['AGENCY', 'FOREIGN', 'BUDGET']);
    const draft = feeDraft(SHEET, TODAY);
    const at = draft.lines.findIndex(({ item }) => item === 'SERVICE_FEE');
    const lines = splitLine(draft.lines, at).map((one, i) => (i === at + 1 ? { ...one, amount: '6.000.000' } : one));
    expect(feeRequest({ ...draft, lines })!.lines).toEqual([
      SHEET.lines[0],
      { item: 'SERVICE_FEE', payer: 'AGENCY', amount: 6_000_000 },
      SHEET.lines[1],
    ]);
    expect(workerPays(lines)).toBe(60_000_000);
  });
});
