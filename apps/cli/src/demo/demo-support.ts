import { ActorOfLogin } from '@app/identity';
import { type Actor, addDays, formatDong, formatVietnamese, type LocalDate } from '@app/kernel';
import { AttachFile } from '@app/papers';
import { cleanImage } from '@app/platform';
import { ClaimSupport, DecideClaims, KeepFunds, ListClaims } from '@app/support';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_LOGINS } from './demo-organisations';
import { sampleReceipt } from './demo-scan';
import type { DemoWorld } from './demo-world';

const PEOPLE = 8;
const COSTS = [
  { item: 'ORIENTATION', title: 'học phí giáo dục định hướng', units: 1, amount: 530_000 },
  { item: 'LANGUAGE', title: 'học phí ngoại ngữ', units: 1, amount: 3_600_000 },
  { item: 'FOOD', title: 'tiền ăn', units: 60, amount: 3_000_000 },
  { item: 'HEALTH_EXAM', title: 'khám sức khỏe', units: 1, amount: 690_000 },
];

/** Of each four people one has not sent the scans yet. */
const UNPROVEN = 2;

/** Two sources of the year, and claims of people in training: some wait, some are approved, one is paid. */
export async function seedSupport(
  app: INestApplicationContext,
  door: INestApplicationContext,
  world: DemoWorld,
  today: LocalDate,
): Promise<void> {
  const [centre, department] = await Promise.all(
    [DEMO_LOGINS.centre, DEMO_LOGINS.department].map((login) => app.get(ActorOfLogin).get(login)),
  );
  const year = Number(today.slice(0, 4));
  const allot = (programme: string, budgetLine: string, amount: number) =>
    door
      .get(KeepFunds)
      .allot(department!, { programme, year, budgetLine, amount, decision: '215/QĐ-UBND', requestId: `demo:fund:${programme}` });
  await allot('NATIONAL', 'Tiểu dự án hỗ trợ đi làm việc ở nước ngoài', 60_000_000);
  const { funds } = await allot('PROVINCE', 'Sự nghiệp lao động – việc làm', 15_000_000);
  const entitled: string[] = [];
  for (const caseId of world.ids.filter((one): one is string => one !== undefined)) {
    if (entitled.length === PEOPLE) break;
    const { open, groups } = await door.get(ClaimSupport).of(centre!, caseId);
    if (open.length > 0 && groups.includes('ETHNIC_MINORITY')) entitled.push(caseId);
  }
  for (const [i, caseId] of entitled.entries())
    for (const [k, cost] of COSTS.slice(0, 1 + (i % COSTS.length)).entries()) {
      const [spentOn, receiptNo] = [addDays(today, -40 + i), `HT-${i + 1}/${k + 1}`];
      await door.get(ClaimSupport).run(centre!, caseId, {
        item: cost.item,
        units: cost.units,
        amount: cost.amount,
        spentOn,
        receiptNo,
        fileIds: i % COSTS.length === UNPROVEN ? [] : [await scanOf(door, centre!, caseId, { ...cost, spentOn, receiptNo })],
        requestId: `demo:support:${i}:${k}`,
      });
    }
  const { claims } = await door.get(ListClaims).run(department!, { limit: 8 });
  const [first, ...rest] = claims.map(({ id }) => id);
  const fundId = funds.find(({ programme }) => programme === 'NATIONAL')!.id;
  await door.get(DecideClaims).approve(department!, { claimIds: [first!, ...rest], fundId, requestId: 'demo:support:approve' });
  await door.get(DecideClaims).pay(centre!, { claimIds: [first!], proof: 'UNC 41', requestId: 'demo:support:pay' });
}

async function scanOf(
  door: INestApplicationContext,
  centre: Actor,
  caseId: string,
  { title, amount, spentOn, receiptNo }: (typeof COSTS)[number] & { spentOn: LocalDate; receiptNo: string },
): Promise<string> {
  const drawing = sampleReceipt({
    number: receiptNo,
    lines: [`Nội dung: ${title}`, `Số tiền: ${formatDong(BigInt(amount))}`, `Ngày: ${formatVietnamese(spentOn)}`],
  });
  const bytes = (await cleanImage(drawing, { pixels: 1_000_000, longestSide: 900 }))!;
  const { fileId } = await door
    .get(AttachFile)
    .run(centre, { of: { guard: 'RECEIPT', case: { id: caseId } }, bytes, requestId: `demo:scan:${receiptNo}` });
  return fileId;
}
