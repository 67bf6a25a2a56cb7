import { CaseQueries } from '@app/casework';
import { ActorOfLogin } from '@app/identity';
import { addDays, type LocalDate } from '@app/kernel';
import { type FairTerms, PlanFairs, SignUpPeople } from '@app/placement';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_LOGINS } from './demo-organisations';

const FIRMS = [
  'Công ty Chè Mây Trắng (mẫu)',
  'Hợp tác xã Hoa Lan Bản Hồ (mẫu)',
  'Công ty May Sông Đà (mẫu)',
  'Công ty Xây dựng Bình Minh (mẫu)',
];

/** Two fairs that are coming: a large one for everybody with people on its list already, and one in a commune for its neighbours. */
export async function holdFairs(app: INestApplicationContext, today: LocalDate, communes: readonly string[]): Promise<void> {
  const centre = await app.get(ActorOfLogin).get(DEMO_LOGINS.centre);
  const open = (terms: Omit<FairTerms, 'startsAt' | 'endsAt'>) =>
    app.get(PlanFairs).open(centre, { startsAt: '08:00', endsAt: '11:30', ...terms, requestId: `demo:fair:${terms.heldOn}` });
  const { fairId } = await open({
    title: 'Phiên giao dịch việc làm tháng này',
    heldOn: addDays(today, 9),
    place: 'Hội trường Trung tâm (thử nghiệm)',
    communeCode: null,
    firms: FIRMS,
    transport: 'Xe đón tại UBND xã lúc 6:30',
    signUpUntil: addDays(today, 6),
    seats: 60,
    quota: 3,
    communes: [],
    note: null,
  });
  await open({
    title: 'Phiên lưu động cụm xã',
    heldOn: addDays(today, 23),
    place: 'Nhà văn hóa xã (thử nghiệm)',
    communeCode: communes[0] ?? null,
    firms: FIRMS.slice(0, 2),
    transport: null,
    signUpUntil: addDays(today, 20),
    seats: 40,
    quota: null,
    communes: communes.slice(0, 4),
    note: 'Có bàn tư vấn vay vốn và đi làm việc ở nước ngoài.',
  });
  const { cases } = await app.get(CaseQueries).list(centre, { stages: ['REGISTERED', 'COUNSELLED'], limit: 14 });
  await app.get(SignUpPeople).run(centre, { fairId, workerIds: cases.map(({ workerId }) => workerId), requestId: 'demo:fair:people' });
}
