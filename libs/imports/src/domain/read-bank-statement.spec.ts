import { localDate } from '@app/kernel';
import type { Cell, Workbook } from './cell';
import { readBankStatement } from './read-bank-statement';

const HEAD = ['TT', 'Ngày GD', 'Số CT', 'Số KU', 'Khách hàng', 'Nội dung'];
const TITLES: Cell[][] = [['NGÂN HÀNG CHÍNH SÁCH XÃ HỘI'], ['Từ ngày 01/10/2026 đến ngày 31/10/2026'], []];

function read(head: string[], lines: readonly Cell[][]) {
  const rows = [...TITLES, head, ...lines].map((cells, i) => ({ n: i + 1, hidden: false, cells }));
  const book = { sheets: [{ name: 'SK', hidden: false, rows, merges: [], hiddenColumns: [] }] } as unknown as Workbook;
  const steps = readBankStatement(book, { answers: {}, today: localDate('2026-11-22') } as never);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

describe('a statement with all money in one column', () => {
  const line = (n: number, words: string, amount: Cell): Cell[] => [n, '05/10/2026', `CT${n}`, '9912', 'LO VAN A', words, amount];
  it.each<[string, Cell, string, bigint, string | null]>([
    ['Thu lãi tháng 10', '1.234.567 đ', 'INTEREST', 1_234_567n, null],
    ['Thu nợ gốc và lãi', '17,100,000.00', 'REPAYMENT', 17_100_000n, null],
    ['Giải ngân lần 2', 31_000_000, 'DISBURSEMENT', 31_000_000n, null],
    ['Tất toán', '5000000', 'SETTLEMENT', 5_000_000n, null],
    ['Hủy bút toán CT9', '-650.000', 'REVERSAL', -650_000n, null],
    ['Thu nợ', '(650.000)', 'REPAYMENT', -650_000n, null],
    ['Thu lãi', 'một triệu', 'INTEREST', 0n, 'MONEY_UNIT_DOUBTFUL'],
  ])('%s, %s', (words, amount, kind, dong, unreadable) => {
    const { movements, from, to } = read([...HEAD, 'Số tiền (đ)'], [line(1, words, amount), line(2, 'Thu lãi', 1)]);
    expect(movements[0]).toMatchObject({
      kind,
      amount: dong,
      unreadable,
      loanNo: '9912',
      reference: 'CT1',
      name: 'LO VAN A',
      on: '2026-10-05',
    });
    expect([from, to]).toEqual(['2026-10-01', '2026-10-31']);
  });
});
