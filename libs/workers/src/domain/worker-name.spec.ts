import { hasTokens, nameKey, nameTokens, sortKey } from './worker-name';

describe('names', () => {
  it.each([
    ['Hoà', 'Hòa'],
    ['Thuý', 'Thúy'],
    ['ĐẶNG  Thị Ỷ', 'đặng thị ỷ'],
    ['Nguyễn', 'Nguyễn'],
  ])('%s and %s are searched alike', (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  it('takes each word once, in any order', () => {
    expect(nameTokens('Sùng A Sùng')).toEqual(['sung', 'a']);
    expect(hasTokens('nguyen thi hoa', ['hoa', 'nguy'])).toBe(true);
    expect(hasTokens('nguyen thi hoa', ['oa'])).toBe(false);
  });

  it('sorts by given name, family name, middle names, letters before tones', () => {
    const sorted = [
      'Ân Văn Lê',
      'Lê Ân',
      'Lê Văn An',
      'Lý Văn An',
      'Lê Vạn An',
      'Lê Thị Án',
      'Lê Văn Ăn',
      'Đỗ Đạt',
      'Chư',
      'Lê Dũng',
      'Lê Dung',
    ];
    const order = [
      'Lê Vạn An',
      'Lê Văn An',
      'Lý Văn An',
      'Lê Thị Án',
      'Lê Văn Ăn',
      'Lê Ân',
      'Chư',
      'Lê Dung',
      'Lê Dũng',
      'Đỗ Đạt',
      'Ân Văn Lê',
    ];
    expect(sorted.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual(order);
  });
});
