import { ActorOfLogin } from '@app/identity';
import { addDays, type LocalDate } from '@app/kernel';
import { AssignTask, LeadPage } from '@app/reporting';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_LOGINS } from './demo-organisations';

const DAYS = 12;

/** What the leader asked for on numbers of the page: one task waits at the centre, one on a commune's phone, one has been answered. */
export async function giveTasks(app: INestApplicationContext, door: INestApplicationContext, today: LocalDate): Promise<void> {
  const actor = (login: string) => app.get(ActorOfLogin).get(login);
  const leader = await actor(DEMO_LOGINS.leader);
  const page = await door.get(LeadPage).run(leader);
  const { part, rows } = page.overstay.unconfirmed;
  const people = { figure: 'UNCONFIRMED', shown: `${part} người`, rows } as const;
  const [, commune] = page.communes.toSorted((a, b) => Number(a.communeCode) - Number(b.communeCode)) as [
    unknown,
    (typeof page.communes)[number],
  ];
  const tasks = door.get(AssignTask);
  const dueOn = addDays(today, DAYS);
  await tasks.assign(leader, {
    ...people,
    desk: 'centre',
    text: 'Rà soát từng người cùng các xã, báo lại ai đã liên hệ được và khi nào về.',
    dueOn,
    requestId: 'demo:assign:centre',
  });
  await tasks.assign(leader, {
    figure: 'COMMUNE',
    shown: `${commune.actual} / ${commune.target} người`,
    rows: commune.rows,
    desk: 'commune',
    communeCode: commune.communeCode,
    text: 'Tư vấn lại cho các hộ có con em trong độ tuổi; báo số người đồng ý đi trong quý này.',
    dueOn,
    requestId: 'demo:assign:commune',
  });
  const told = {
    ...people,
    desk: 'department',
    text: 'Gửi danh sách cho các xã trước buổi giao ban.',
    dueOn,
    requestId: 'demo:told',
  } as const;
  const { assignmentId } = await tasks.assign(leader, told);
  await tasks.answer(await actor(DEMO_LOGINS.department), assignmentId, 'Đã gửi danh sách cho 9 xã, 9 xã đã nhận.', 'demo:answer');
}
