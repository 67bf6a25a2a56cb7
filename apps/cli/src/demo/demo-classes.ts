import { CaseQueries, type Guard, ProveGuard, RecordMilestone } from '@app/casework';
import { ActorOfLogin } from '@app/identity';
import { type Actor, addDays, dayOfWeek, type LocalDate } from '@app/kernel';
import {
  CloseClass,
  type DayPart,
  EnrolMany,
  IssueCertificates,
  OpenClass,
  PlanSessions,
  RecordResults,
  TakeAttendance,
} from '@app/training';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_LOGINS } from './demo-organisations';

const PARTS: readonly DayPart[] = ['MORNING', 'AFTERNOON'];
const TOPICS = [
  'Pháp luật Việt Nam và nước đến',
  'Hợp đồng, tiền lương, chuyển tiền về nước',
  'Phong tục, cách ứng xử',
  'An toàn lao động, phòng chống mua bán người',
];

/** A class that ended with its certificates, one whose people passed and have none yet, one that runs today, and people whose exit is planned: through the same use cases as the screens. */
export async function teachClasses(app: INestApplicationContext, today: LocalDate): Promise<void> {
  const centre = await app.get(ActorOfLogin).get(DEMO_LOGINS.centre);
  const signed = await casesIn(app, centre, 'CONTRACTED');
  const learning = await casesIn(app, centre, 'IN_TRAINING');
  const ended = await teach(app, centre, {
    title: 'Lớp định hướng số 01',
    from: addDays(today, -24),
    to: addDays(today, -12),
    today,
    seats: 8,
    caseIds: signed.slice(0, 8),
  });
  await app
    .get(RecordResults)
    .run(centre, { classId: ended, results: signed.slice(0, 8).map((caseId) => ({ caseId, passed: true })), requestId: 'demo:results' });
  await app.get(IssueCertificates).run(centre, { classId: ended, issuedOn: addDays(today, -10), requestId: 'demo:certificates' });
  await app.get(CloseClass).run(centre, { classId: ended, state: 'closed', requestId: 'demo:closed' });
  await teach(app, centre, {
    title: 'Lớp định hướng số 02',
    from: addDays(today, -5),
    to: addDays(today, 7),
    today,
    seats: 10,
    caseIds: learning.slice(0, 12),
  });
  const passed = signed.slice(8, 12);
  const bare = await teach(app, centre, {
    title: 'Lớp định hướng số 03',
    from: addDays(today, -16),
    to: addDays(today, -4),
    today,
    seats: 6,
    caseIds: passed,
  });
  await app
    .get(RecordResults)
    .run(centre, { classId: bare, results: passed.map((caseId) => ({ caseId, passed: true })), requestId: 'demo:passed' });
  for (const [i, caseId] of signed.slice(0, 6).entries()) {
    await app
      .get(RecordMilestone)
      .run(centre, { caseId, kind: 'EXIT_PLANNED', effectiveOn: addDays(today, 6 + i * 5), requestId: `demo:exit-plan:${i}` });
    await showPapers(app, centre, caseId, today, STILL_OPEN.slice(0, 1 + (i % STILL_OPEN.length)));
  }
}

/** Papers that people about to leave still lack, the first of them always. */
const STILL_OPEN: readonly Guard[] = ['HEALTH', 'VISA', 'FUND', 'APPLICATION'];

async function showPapers(
  app: INestApplicationContext,
  centre: Actor,
  caseId: string,
  today: LocalDate,
  but: readonly Guard[],
): Promise<void> {
  const { papers } = await app.get(CaseQueries).detail(centre, caseId);
  for (const { guard, state } of papers)
    if (state === 'missing' && !but.includes(guard))
      await app.get(ProveGuard).run(centre, {
        caseId,
        guard,
        on: addDays(today, -20),
        reference: `${guard.slice(0, 2)}-${caseId.slice(-4)}`,
        ...(guard === 'PASSPORT' && { validUntil: addDays(today, 3_000) }),
        requestId: `demo:paper:${caseId}:${guard}`,
      });
}

async function casesIn(app: INestApplicationContext, centre: Actor, stage: 'CONTRACTED' | 'IN_TRAINING'): Promise<string[]> {
  const { cases } = await app.get(CaseQueries).list(centre, { stages: [stage], limit: 40 });
  return cases.map(({ id }) => id);
}

interface Taught {
  readonly title: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly today: LocalDate;
  readonly seats: number;
  readonly caseIds: readonly string[];
}

/** Opens the class, plans its half days, and takes attendance of those that lie behind; one person missed one of them. */
async function teach(app: INestApplicationContext, centre: Actor, { title, from, to, today, seats, caseIds }: Taught): Promise<string> {
  const { classId } = await app.get(OpenClass).run(centre, {
    kind: 'ORIENTATION',
    title,
    market: null,
    occupation: null,
    place: 'Hội trường Trung tâm (thử nghiệm)',
    startsOn: from,
    endsOn: to,
    seats,
    trainers: ['Nguyễn Thị Minh (thử nghiệm)'],
    requestId: `demo:${title}`,
  });
  const planned = daysFrom(from, to).flatMap((heldOn, i) =>
    PARTS.map((part) => ({ heldOn, part, periods: 4, topic: TOPICS[i % TOPICS.length]!, trainer: null })),
  );
  const { sessions } = await app.get(PlanSessions).run(centre, { classId, sessions: planned, requestId: `demo:sessions:${title}` });
  await app.get(EnrolMany).run(centre, { classId, caseIds, requestId: `demo:seats:${title}` });
  for (const [i, { id }] of sessions.filter(({ heldOn }) => heldOn < today).entries())
    await app.get(TakeAttendance).run(centre, {
      sessionId: id,
      absent: i === 1 && caseIds[0] ? [{ caseId: caseIds[0], excused: true }] : [],
      requestId: `demo:attendance:${id}`,
    });
  return classId;
}

function daysFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (dayOfWeek(day) !== 7) days.push(day);
  return days;
}
