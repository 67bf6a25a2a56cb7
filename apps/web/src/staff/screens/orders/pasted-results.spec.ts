import { readResults } from './pasted-results';

const read = (text: string) =>
  readResults(text).lines.map(({ ref, result, reason, score }) => [ref, result, reason ?? '', score ?? ''].join(' ').trim());

describe('a pasted list of results', () => {
  it.each([
    ['012090000001\tĐạt', '012090000001 PASSED'],
    ['12090000001\tĐạt', '012090000001 PASSED'],
    ['84912345678\t012090000001\tĐạt', '012090000001 PASSED'],
    ['012090000001\tđỗ\t\t85', '012090000001 PASSED  85'],
    ['012090000001', '012090000001 PASSED'],
    ['be636jhhcn\tTrúng tuyển', 'BE636JHHCN PASSED'],
    ["'012090000001\tKhông đạt\tTiếng Hàn yếu", '012090000001 FAILED LANGUAGE'],
    ['012090000001\tTrượt\tkhám sức khỏe', '012090000001 FAILED HEALTH'],
    ['012090000001\tkhông đạt', '012090000001 FAILED OTHER'],
    ['012090000001\tVắng', '012090000001 ABSENT OTHER'],
    ['012 090 000 001\tđạt', '012090000001 PASSED'],
    ['012090000001\tNguyễn Văn A\tĐạt', '012090000001 PASSED'],
    ['012090000001\tĐỗ Văn An\tTrượt', '012090000001 FAILED OTHER'],
    ['012090000001\tVàng Thị Mỷ\tđỗ\t85', '012090000001 PASSED  85'],
    ['1\t012090000001\tLò Văn Đạt\tKhông đạt phỏng vấn', '012090000001 FAILED INTERVIEW'],
    ['012090000001\tVắng có phép', '012090000001 ABSENT OTHER'],
    ['012090000001\t1', '012090000001 PASSED'],
    ['012090000001\t0', '012090000001 FAILED OTHER'],
  ])('reads %j', (text, line) => {
    expect(read(text)).toEqual([line]);
  });

  it.each([
    'Đợi kết quả',
    'Đổi đơn hàng',
    'Đặt cọc',
    'Đỗ Văn An',
    'Đoàn Văn B',
    'Đạt\tchờ',
    'Nguyễn Văn\tĐạt\tchờ',
    'Vàng A Sùng',
    'Vàng',
    'Nguyễn Văn A',
    'Nguyễn Văn A\t1',
    'x',
    'chưa có',
    'Không rõ',
  ])('takes %j for no result, and says so', (said) => {
    expect(readResults(`012090000001\t${said}`)).toEqual({ lines: [], unread: [1] });
  });

  it('reads the columns that a header names, in whatever order', () => {
    const header = 'STT\tHọ tên\tCCCD\tĐiểm\tKết quả\tLý do';
    expect(read(`${header}\n1\tĐỗ Văn Đạt\t012090000001\t61\tKhông đạt\tsức khỏe\n2\tLò Thị B\t012090000002\t1\tv\t`)).toEqual([
      '012090000001 FAILED HEALTH 61',
      '012090000002 PASSED  1',
    ]);
    expect(readResults(`${header}\n1\tĐạt\t012090000001\t61\tchờ\t`).unread).toEqual([2]);
  });

  it('leaves the header out and names lines it cannot read', () => {
    expect(readResults('Số CCCD\tKết quả\n012090000001\tĐạt\n12\tĐạt\n012090000002\tchờ')).toMatchObject({
      lines: [{ ref: '012090000001', result: 'PASSED' }],
      unread: [3, 4],
    });
  });
});
