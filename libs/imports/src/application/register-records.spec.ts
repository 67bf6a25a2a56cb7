import type { RegisterValues } from '../domain/register-row';
import { carriedOf, looseTerms } from './register-records';

const row = (values: Partial<RegisterValues>) => values as RegisterValues;

describe('contract terms without a signing or an exit', () => {
  const terms = { contractEnd: '2028-03-31' as RegisterValues['contractEnd'], employer: 'Kitano Foods' };

  it('stay with the row, because no fact of the case can hold them', () => {
    expect(looseTerms(row(terms))).toEqual(terms);
    expect(carriedOf(row(terms))).toMatchObject(terms);
  });

  it.each([
    { exitDate: '2026-03-01' },
    { contractSigned: '2026-02-01' },
    { contractNo: '12/HĐ' },
    { stage: 'CONTRACTED' },
  ] as Partial<RegisterValues>[])('belong to the case with %j', (proof) => {
    expect(looseTerms(row({ ...terms, ...proof }))).toEqual({});
  });
});
