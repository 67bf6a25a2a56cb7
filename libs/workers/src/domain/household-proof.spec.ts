import { localDate } from '@app/kernel';
import { decideProof, type HouseholdClass } from './household-proof';

describe('what the answer of a commune about a household proves', () => {
  const rule = { answerDays: 5, validMonths: 12 };
  const today = localDate('2026-11-26');
  const of = (answer: HouseholdClass, checkedOn: string) =>
    decideProof({ answer, checkedOn: localDate(checkedOn), list: 'Danh sách năm 2026' }, today, rule);

  it.each<[HouseholdClass, string, string | undefined]>([
    ['POOR', '2026-11-26', '2027-11-26'],
    ['NEAR_POOR', '2026-01-31', '2027-01-31'],
    ['POOR', '2025-11-26', '2026-11-26'],
    ['NONE', '2026-11-20', undefined],
  ])('%s checked on %s proves it until %s', (answer, checkedOn, until) => {
    expect(of(answer, checkedOn)).toBe(until);
  });

  it.each<[string, string]>([
    ['2026-11-27', 'CHECKED_IN_FUTURE'],
    ['2025-11-25', 'CHECKED_TOO_LONG_AGO'],
  ])('refuses a list checked on %s: %s', (checkedOn, code) => {
    expect(() => of('POOR', checkedOn)).toThrow(expect.objectContaining({ code }));
    expect(() => of('NONE', checkedOn)).toThrow(expect.objectContaining({ code }));
  });
});
