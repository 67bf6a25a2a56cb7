import { dongOf, grouped } from './dong';

describe('amounts as they are typed', () => {
  it.each([
    ['', ''],
    ['đ', ''],
    ['0', '0'],
    ['1234567', '1.234.567'],
    ['1.234.5678', '12.345.678'],
    ['62,5', '625'],
    ['5 000 000 đ', '5.000.000'],
  ])('%s stands as %s', (typed, stands) => {
    expect(grouped(typed)).toBe(stands);
    expect(dongOf(stands)).toBe(dongOf(typed));
  });
});
