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

  it('never splits a name into family and given beyond its last word', () => {
    expect(sortKey('Sùng A Nử')).toBe('nử sùng a');
    expect(sortKey('Chư')).toBe('chư');
  });
});
