import { readBirth } from './birth';

describe('a date of birth as people write it', () => {
  it.each([
    ['1998', '1998-01-01', 'Y'],
    ['05/1998', '1998-05-01', 'YM'],
    ['5/3/1998', '1998-03-05', 'YMD'],
    ['5.3.98', '1998-03-05', 'YMD'],
    ['05031998', '1998-03-05', 'YMD'],
    ['29-2-2004', '2004-02-29', 'YMD'],
  ])('%s', (text, birthDate, birthPrecision) => {
    expect(readBirth(text, 2026)).toEqual({ birthDate, birthPrecision });
  });

  it.each(['', 'x', '30/2/1998', '13/1998', '1850', '2027', '1/2/3/4'])('"%s" is no date of birth', (text) => {
    expect(readBirth(text, 2026)).toBeUndefined();
  });
});
