import { localDate } from '@app/kernel';
import { capOfJob, feeRuleDays, jobsIn, serviceFeeCap, type ServiceFeeCap } from './fee-cap';

const general: ServiceFeeCap = { perYear: 100, most: 300, extensionPerYear: 50, partYear: 'months' };
const job = (perYear: number, most: number) => ({ code: 'X', title: 'X', markets: ['TW'], perYear, most });
const wage = 22_000_000n;

describe('work with a service fee of its own', () => {
  it.each([
    ['care in an institution, three years: two months at most', job(70, 200), 36, false, 44_000_000n],
    ['care in an institution, two years: 1.4 months', job(70, 200), 24, false, 30_800_000n],
    ['care at home, three years: one month', job(40, 100), 36, false, 22_000_000n],
    ['nothing at all', job(0, 0), 36, false, 0n],
    ['nothing for an extension either', job(0, 0), 12, true, 0n],
    ['an extension by the lower of the two', job(40, 100), 12, true, 8_800_000n],
    ['crews of transport ships, one year: 1.5 months', job(150, 300), 12, false, 33_000_000n],
    ['crews of transport ships, three years: three months', job(150, 300), 36, false, 66_000_000n],
  ] as const)('%s', (_, of, months, extension, wanted) =>
    expect(serviceFeeCap(capOfJob(general, of), { monthlyWage: wage, months, extension })).toBe(wanted),
  );

  it('stands in its markets only, or everywhere', () => {
    const everywhere = { ...job(150, 300), markets: null };
    expect(jobsIn([job(70, 200), everywhere], 'TW')).toHaveLength(2);
    expect(jobsIn([job(70, 200), everywhere], 'JP')).toEqual([everywhere]);
  });
});

describe('whose rules a fee is held to', () => {
  it.each([
    ['signed and paid before the change', '2026-06-28', null, '2026-06-29', ['2026-06-28', '2026-06-29']],
    ['signed before, paid after, not gone: both', '2026-06-29', null, '2026-06-30', ['2026-06-29', '2026-06-30']],
    ['signed and gone before, paid after: as signed', '2026-06-01', '2026-06-29', '2026-07-20', ['2026-06-01', '2026-06-29']],
    ['gone after the change: both', '2026-06-01', '2026-07-10', '2026-07-20', ['2026-06-01', '2026-07-10']],
    ['signed on the day of the change', '2026-06-30', null, '2026-06-30', ['2026-06-30']],
    ['paid before anything was signed', '2026-06-30', null, '2026-06-29', ['2026-06-30']],
    ['nothing signed', null, null, '2026-06-30', ['2026-06-30']],
  ] as const)('%s', (_, contractSignedOn, departedOn, paidOn, wanted) =>
    expect(
      feeRuleDays(
        { contractSignedOn: contractSignedOn && localDate(contractSignedOn), departedOn: departedOn && localDate(departedOn) },
        localDate(paidOn),
      ),
    ).toEqual(wanted),
  );
});
