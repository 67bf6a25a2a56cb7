import type { OrderTermsAnswer } from '../../../api/schema';
import { draftOf, EMPTY_ORDER, termsOf } from './order-draft';

describe('an order in the form', () => {
  it.each([
    ['180000', '180000'],
    ['180.000', '180000'],
    ['1.500.000', '1500000'],
    ['1 500 000', '1500000'],
    ['180,000', '180000'],
    ['12.50', '12.50'],
    ['12,5', '12.5'],
    ['1.250,50', '1250.50'],
    ['1,250.50', '1250.50'],
    ['nhiều', 'nhiều'],
  ])('sends a wage typed as %s as %s', (typed, sent) => {
    expect(termsOf({ ...EMPTY_ORDER, wage: typed })).toEqual({ wage: sent });
  });

  it.each(['1250', '12.50', '12.5', '12.125', '12.500', '1250.1234'])('changes nothing of a wage of %s that nobody touched', (wage) => {
    expect(Number(termsOf(draftOf({ wage })).wage)).toBe(Number(wage));
  });

  it('keeps every field of an order that is opened for a change', () => {
    const terms: Required<OrderTermsAnswer> = {
      title: 'Chế biến',
      market: 'JP',
      legalForm: 'SERVICE',
      programme: 'SSW',
      contractId: 'c1',
      occupation: 'Chế biến thực phẩm',
      employer: 'Sakura',
      workplace: 'Chiba',
      places: 10,
      wage: '1200',
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
    expect(termsOf(draftOf(terms))).toEqual(terms);
  });
});
