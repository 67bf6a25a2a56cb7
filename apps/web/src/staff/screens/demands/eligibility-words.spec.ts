import { askedWords, foundWords } from './eligibility-words';

describe('eligibility in words', () => {
  const nameOf = (code: string) => ({ JP: 'Nhật Bản', KR: 'Hàn Quốc' })[code] ?? code;

  it.each([
    ['AGE', '34', '34 tuổi'],
    ['AGE', '33-34', '33–34 tuổi'],
    ['LOCALITY', '03388 03390', 'mã xã 03388, 03390'],
    ['RELATIVES', '2', '2 thân nhân đã khai'],
    ['RELATIVES', 'SIBLING FATHER', 'anh chị em ruột, cha'],
    ['EARLIER_OVERSTAY', 'JP KR', 'Nhật Bản, Hàn Quốc'],
    ['AWAY', 'abroad', ''],
    ['ORDER', 'F', 'Nữ'],
    ['ORDER', '', ''],
  ])('%s found %s: %s', (rule, value, words) => expect(foundWords(rule, value, nameOf)).toBe(words));

  it.each([
    ['AGE', '18-39', 'từ 18 đến 39 tuổi'],
    ['AGE', '18-', 'từ 18 tuổi'],
    ['LOCALITY', '>27.5% >=70', 'không nhận xã có trên 27,5 % và từ 70 người chưa về đúng hạn'],
    ['LOCALITY', '', ''],
    ['RELATIVES', 'FATHER MOTHER', 'cha, mẹ'],
    ['EARLIER_OVERSTAY', 'refuse ask', 'cùng nước: không nhận; nước khác: cần hỏi thêm'],
    ['ORDER', 'M', 'Nam'],
  ])('%s asks %s: %s', (rule, asked, words) => expect(askedWords(rule, asked)).toBe(words));
});
