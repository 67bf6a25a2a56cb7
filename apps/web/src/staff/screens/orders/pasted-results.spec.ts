import { readResults } from './pasted-results';

const read = (text: string) =>
  readResults(text).lines.map(({ ref, result, reason, score }) => [ref, result, reason ?? '', score ?? ''].join(' ').trim());

describe('a pasted list of results', () => {
  it.each([
    ['012090000001\tĐạt', '012090000001 PASSED'],
    ['012090000001\tđỗ\t\t85', '012090000001 PASSED  85'],
    ['012090000001', '012090000001 PASSED'],
    ['be636jhhcn\tTrúng tuyển', 'BE636JHHCN PASSED'],
    ["'012090000001\tKhông đạt\tTiếng Hàn yếu", '012090000001 FAILED LANGUAGE'],
    ['012090000001\tTrượt\tkhám sức khỏe', '012090000001 FAILED HEALTH'],
    ['012090000001\tkhông đạt', '012090000001 FAILED OTHER'],
    ['012090000001\tVắng', '012090000001 ABSENT OTHER'],
    ['012 090 000 001\tđạt', '012090000001 PASSED'],
  ])('reads %j', (text, line) => {
    expect(read(text)).toEqual([line]);
  });

  it('leaves the header out and names lines it cannot read', () => {
    expect(readResults('Số CCCD\tKết quả\n012090000001\tĐạt\n12\tĐạt\n012090000002\tchờ')).toMatchObject({
      lines: [{ ref: '012090000001', result: 'PASSED' }],
      unread: [3, 4],
    });
  });
});
