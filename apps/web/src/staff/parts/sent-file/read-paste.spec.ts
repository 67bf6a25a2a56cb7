import { textFile, letterOf, looksLikeHeader, readPaste } from './read-paste';

describe('what a spreadsheet puts on the clipboard', () => {
  it.each([
    [
      'A1\tB1\r\nA2\tB2\r\n',
      [
        ['A1', 'B1'],
        ['A2', 'B2'],
      ],
    ],
    ['one', [['one']]],
    [
      'a\t\t\n\tb',
      [
        ['a', '', ''],
        ['', 'b'],
      ],
    ],
    [
      '"hai\ndòng"\t"nói ""vâng"""\nx\ty',
      [
        ['hai dòng', 'nói "vâng"'],
        ['x', 'y'],
      ],
    ],
    ['  thừa dấu cách \t5" nails', [['thừa dấu cách', '5" nails']]],
  ])('%j', (text, rows) => expect(readPaste(text)).toEqual(rows));

  it('tells a header from people', () => {
    expect(looksLikeHeader(['Mã HS / CCCD', 'Họ tên', 'Ngày xuất cảnh'])).toBe(true);
    expect(looksLikeHeader(['012345678901', 'Sùng Thị Hoa', '26/06/2024'])).toBe(false);
    expect(looksLikeHeader(['Sùng Thị Hoa'])).toBe(false);
  });

  it('is a file whose lines are the rows', async () => {
    const text = await textFile(
      [
        ['Họ tên', 'Ghi chú'],
        ['Lò Văn "Ăng"', 'a, b; c'],
        ['', ''],
      ],
      'x.csv',
    ).text();
    expect(text).toBe('Họ tên\tGhi chú\r\n"Lò Văn ""Ăng"""\ta, b; c\r\n\t\r\n');
  });

  it('names columns as spreadsheets do', () => expect([0, 25, 26, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']));
});
