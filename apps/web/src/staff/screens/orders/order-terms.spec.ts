import type { OrderTermsAnswer } from '../../../api/schema';
import { changedTerms, termLines, wageText } from './order-terms';

const FULL: Required<OrderTermsAnswer> = {
  title: 'Chế biến',
  market: 'JP',
  legalForm: 'SERVICE',
  programme: 'SSW',
  contractId: 'c1',
  occupation: 'Chế biến thực phẩm',
  employer: 'Sakura',
  workplace: 'Chiba',
  places: 10,
  wage: '12.50',
  wageCurrency: 'USD',
  hoursPerWeek: 40,
  termMonths: 36,
  ageFrom: 18,
  ageTo: 30,
  sex: 'M',
  education: 'PRIMARY',
  language: 'N4',
  conditions: 'Không',
  closesOn: '2027-03-31',
  exitOn: '2027-06-30',
};
const OTHER: Required<OrderTermsAnswer> = {
  title: 'Hộ lý',
  market: 'KR',
  legalForm: 'PUBLIC',
  programme: 'TITP',
  contractId: 'c2',
  occupation: 'Hộ lý',
  employer: 'Fuji',
  workplace: 'Osaka',
  places: 11,
  wage: '1250',
  wageCurrency: 'JPY',
  hoursPerWeek: 44,
  termMonths: 12,
  ageFrom: 19,
  ageTo: 31,
  sex: 'F',
  education: 'COLLEGE',
  language: 'N3',
  conditions: 'Có',
  closesOn: '2027-04-01',
  exitOn: '2027-07-01',
};
const NAMES = { market: (code: string) => `nước ${code}`, contract: (id: string) => `số ${id}` };

describe('what an order says', () => {
  it.each(Object.keys(FULL) as (keyof OrderTermsAnswer)[])('tells a change of %s, and one that is new', (field) => {
    const changed = changedTerms(FULL, { ...FULL, [field]: OTHER[field] }, NAMES);
    expect(changed).toHaveLength(1);
    expect(changed[0]!.from).not.toBe(changed[0]!.to);
    const { [field]: _, ...without } = FULL;
    expect(changedTerms(without as OrderTermsAnswer, FULL, NAMES)).toMatchObject([{ from: '—', to: changed[0]!.from }]);
  });

  it('tells every field in words, and no change where there is none', () => {
    expect(changedTerms(FULL, { ...FULL }, NAMES)).toEqual([]);
    const texts = termLines(FULL, NAMES).map(({ text }) => text);
    expect(texts).toHaveLength(Object.keys(FULL).length);
    expect(texts).toEqual(expect.arrayContaining(['nước JP', 'số c1', '12,50', 'USD', 'SSW', '31/03/2027', '30/06/2027']));
  });

  it.each([
    ['1250', '1.250'],
    ['1250.50', '1.250,50'],
    ['180000.00', '180.000'],
  ])('writes a wage of %s as %s', (wage, text) => expect(wageText(wage)).toBe(text));
});
