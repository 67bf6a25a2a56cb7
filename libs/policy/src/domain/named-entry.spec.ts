import { type NamedEntry, NamedCatalogue } from './named-entry';
import ethnicGroups from './ethnic-groups.json';
import markets from './markets.json';

const marketList = new NamedCatalogue(markets[0]!.value as NamedEntry[]);
const groups = new NamedCatalogue(ethnicGroups[0]!.value as NamedEntry[]);

describe('markets as people write them', () => {
  it.each([
    ['ĐL', 'TW'],
    ['Dai Loan', 'TW'],
    ['Taiwan', 'TW'],
    ['đài loan', 'TW'],
    ['Đài Loan (Trung Quốc)', 'TW'],
    ['NB', 'JP'],
    ['Nhật', 'JP'],
    ['nhat ban', 'JP'],
    ['HQ', 'KR'],
    ['Hàn quốc', 'KR'],
    ['Hàn', 'KR'],
    ['TQ', 'CN'],
    ['Rumani', 'RO'],
    ['Ru-ma-ni', 'RO'],
    ['Malaysia', 'MY'],
    ['Đức', 'DE'],
    ['CHLB Đức', 'DE'],
    ['Úc', 'AU'],
    ['Sing', 'SG'],
  ])('%s is %s', (written, code) => expect(marketList.find(written)?.code).toBe(code));

  it.each(['', 'Châu Âu', 'nước ngoài', 'Hàn Nhật'])('"%s" is nobody\'s', (written) => expect(marketList.find(written)).toBeUndefined());

  it('has codes of two letters, once each, and no form of two markets', () => {
    const codes = marketList.entries.map((entry) => entry.code);
    expect(codes.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    // Malaysia's code and the United States without marks: nobody may guess.
    expect(marketList.sharedForms()).toEqual(['my']);
    expect(['MY', 'Mỹ', 'my'].map((form) => marketList.find(form)?.code)).toEqual(['MY', 'US', undefined]);
  });
});

describe('the 54 groups', () => {
  it('are numbered without a gap and share no name', () => {
    expect(groups.entries.map((entry) => Number(entry.code))).toEqual(Array.from({ length: 54 }, (_, at) => at + 1));
    expect(groups.sharedForms()).toEqual([]);
  });

  it.each([
    ['Mông', '08'],
    ["H'Mông", '08'],
    ['H’mông', '08'],
    ['Khmer', '05'],
    ['Hà nhì', '35'],
    ['Giáy', '25'],
    ['LỰ', '42'],
    ['Ta-ôi', '31'],
  ])('%s is %s', (written, code) => expect(groups.find(written)?.code).toBe(code));
});

it('answers nothing for a form that two entries share', () => {
  const list = new NamedCatalogue([
    { code: 'A', name: 'Một', aliases: ['x'] },
    { code: 'B', name: 'Hai', aliases: ['X'] },
  ]);
  expect([list.find('x'), list.find('mot')?.code, list.sharedForms()]).toEqual([undefined, 'A', ['x']]);
});
