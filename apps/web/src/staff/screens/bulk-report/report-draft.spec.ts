import { emptyDraft, filledRows, keepLines, putBlock, readingOf } from './report-draft';

const ROWS = [
  ['012098900001', 'Vàng A Páo', '01/11/2026', '31/10/2029'],
  ['012098900002', 'Giàng Thị Mỷ', '02/11/2026', '31/10/2029'],
];
const text = (draft: ReturnType<typeof emptyDraft>) => readingOf(draft, ['Mã', 'Tên', 'Ngày', 'Hết hạn'], '').file.text();

describe('rows of a bulk report', () => {
  it('pastes four columns into the first cell and knows what they are', async () => {
    const draft = putBlock(emptyDraft('departures'), ROWS, { line: 0, column: 0 });
    expect(filledRows(draft)).toBe(2);
    expect(await text(draft)).toBe(`Mã\tTên\tNgày\tHết hạn\r\n${ROWS.map((row) => row.join('\t')).join('\r\n')}\r\n`);
    expect(readingOf(draft, [], '').mapping.CSV).toMatchObject({ A: 'key', B: 'fullName', C: 'exitDate', D: 'contractEnd' });
  });

  it('takes a header that was copied along, and leaves its columns to be matched', async () => {
    const draft = putBlock(
      emptyDraft('departures'),
      [
        ['Họ tên', 'Số CCCD', 'Ngày bay'],
        ['Vàng A Páo', '012098900001', '01/11/2026'],
      ],
      {
        line: 0,
        column: 0,
      },
    );
    expect(draft.header).toEqual(['Họ tên', 'Số CCCD', 'Ngày bay']);
    expect(filledRows(draft)).toBe(1);
    expect(readingOf(draft, [], '').mapping.CSV).toEqual({});
  });

  it('takes the header below the title of the list', () => {
    const head = ['TT', 'Mã HS', 'Họ và tên', 'Ngày XC'];
    const row = ['1', 'ztkzns2pc5', 'SỪNG PHÌ SINH', '26/11/26'];
    const draft = putBlock(emptyDraft('departures'), [['DANH SÁCH XUẤT CẢNH THÁNG 11', '', '', ''], ['', 'Công ty', '', ''], head, row], {
      line: 0,
      column: 0,
    });
    expect([draft.header, filledRows(draft)]).toEqual([head, 1]);
    expect(putBlock(emptyDraft('departures'), [['Ghi chú'], row], { line: 0, column: 0 }).header).toBeNull();
  });

  it('pastes over the middle, grows as far as needed, and keeps only the lines that stayed behind', async () => {
    let draft = putBlock(emptyDraft('returns'), ROWS, { line: 0, column: 0 });
    draft = putBlock(draft, [['x', 'y'], ['z']], { line: 1, column: 3 });
    expect(draft.rows[1]).toEqual([...ROWS[1]!.slice(0, 3), 'x', 'y']);
    expect(draft.rows[2]).toEqual(['', '', '', 'z']);
    expect(keepLines(draft, new Set([3])).rows[0]).toEqual(draft.rows[1]);
    expect(draft.rows.length).toBeGreaterThan(5);
  });
});
