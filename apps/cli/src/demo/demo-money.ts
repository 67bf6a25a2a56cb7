import { RecordDeposit } from '@app/agencies';
import { ActorOfLogin } from '@app/identity';
import { type Actor, addDays, addMonths, type LocalDate, localDate } from '@app/kernel';
import { KeepEscrow, type PaymentItem, PublishFees, RecordReceipt } from '@app/settlement';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_LOGINS } from './demo-organisations';
import type { DemoOptions, DemoWorld } from './demo-world';

const PAYERS_OF_FEES = 9;

const line = (item: PaymentItem, amount: number, when?: string, payer: 'WORKER' | 'AGENCY' | 'FOREIGN' = 'WORKER') => ({
  item,
  payer,
  amount,
  ...(when && { when }),
});

/** What each demo agency asks: occupation, market, wage in đồng, what the service costs, escrow. */
const SHEETS = [
  { agency: 0, market: 'JP', occupation: 'Gia công cơ khí', monthlyWage: 28_000_000, service: 62_000_000, escrow: 0 },
  { agency: 0, market: 'TW', occupation: 'Lắp ráp điện tử', monthlyWage: 22_000_000, service: 55_000_000, escrow: 12_000_000 },
  { agency: 1, market: 'JP', occupation: 'Trồng rau nhà kính', monthlyWage: 26_000_000, service: 58_500_000, escrow: 0 },
  {
    agency: 2,
    market: 'TW',
    occupation: 'Hộ lý',
    job: 'TW_CARE_INSTITUTION',
    monthlyWage: 21_000_000,
    service: 42_000_000,
    escrow: 12_000_000,
  },
  { agency: 1, market: 'TW', occupation: 'Dệt vải', monthlyWage: 21_500_000, service: 48_000_000, escrow: 12_000_000 },
];

/** Đồng deposited by the first agencies; of the second a part was drawn and not filled up, the third has shown nobody a deposit. */
const DEPOSITS = [2_500_000_000, 1_500_000_000];

/** Fees in the open, receipts of people under contract (one taken too early), and an escrow with an agency. */
export async function seedMoney(
  app: INestApplicationContext,
  door: INestApplicationContext,
  world: DemoWorld,
  today: LocalDate,
  open: DemoOptions['open'],
): Promise<void> {
  const agencies = await Promise.all(DEMO_LOGINS.agencies.map((login) => app.get(ActorOfLogin).get(login)));
  const department = await app.get(ActorOfLogin).get(DEMO_LOGINS.department);
  for (const [i, amount] of DEPOSITS.entries())
    await door.get(RecordDeposit).run(department, {
      agencyId: agencies[i]!.organisationId!,
      amount,
      bankName: 'Ngân hàng mẫu, chi nhánh tỉnh',
      from: localDate(`${Number(today.slice(0, 4)) - 1}-01-05`),
      basis: 'Giấy xác nhận tiền ký quỹ (mẫu)',
      requestId: `demo:deposit:${i}`,
    });
  await publishSheets(agencies, localDate(`${today.slice(0, 7)}-01`), open);
  const signed = world.cases.flatMap(({ facts, terms }, number) => {
    const on = facts.find(({ kind }) => kind === 'CONTRACT_SIGNED')?.effectiveOn;
    const caseId = world.ids[number];
    return on && on < addDays(today, -30) && caseId && terms.withAgency ? [{ number, caseId, on, market: terms.market }] : [];
  });
  for (const [i, { number, caseId, on, market }] of signed.slice(0, PAYERS_OF_FEES).entries()) {
    const actor = agencies[number % agencies.length]!;
    const take = (item: PaymentItem, amount: number, paidOn: LocalDate) =>
      door.get(RecordReceipt).run(actor, caseId, {
        item,
        amount,
        paidOn,
        receiptNo: `BL-${number}-${item}`,
        requestId: `demo:receipt:${number}:${item}`,
      });
    await take('SERVICE_FEE', 42_000_000, i === 4 ? addDays(on, -20) : addDays(on, 3));
    await take('LANGUAGE', 9_500_000, addDays(on, 5));
    if (market === 'TW')
      await door.get(KeepEscrow).run(actor, caseId, {
        kind: 'AGENCY',
        deed: 'DEPOSIT',
        amount: 12_000_000,
        on: addDays(on, 25),
        reference: `KQ-${number}`,
        requestId: `demo:escrow:${number}`,
      });
  }
}

/** Fees are never published for a day gone by: these were published in time, months before the contracts under them. */
async function publishSheets(agencies: readonly Actor[], first: LocalDate, open: DemoOptions['open']): Promise<void> {
  const before = await open(addMonths(first, -(6 + SHEETS.length)), 'api');
  try {
    for (const [i, { agency, service, escrow, ...sheet }] of SHEETS.entries())
      await before.get(PublishFees).run(agencies[agency]!, {
        ...sheet,
        validFrom: addMonths(first, -(6 + i)),
        months: 36,
        lines: [
          line('SERVICE_FEE', service, 'Sau khi ký hợp đồng'),
          ...(escrow ? [line('ESCROW', escrow, 'Sau khi có thị thực')] : []),
          line('FUND', 100_000),
          line('TRAINING', 530_000),
          line('LANGUAGE', 9_500_000, 'Theo đợt học'),
          line('HEALTH_EXAM', 750_000),
          line('VISA', 1_150_000),
          line('TICKET', 8_000_000, undefined, i % 2 ? 'FOREIGN' : 'WORKER'),
        ],
        requestId: `demo:fees:${i}`,
      });
  } finally {
    await before.close();
  }
}
