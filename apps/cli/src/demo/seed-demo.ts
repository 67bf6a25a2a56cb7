import { milestoneRow, OpenCasesInBulk, RecordMilestone } from '@app/casework';
import { ActorOfLogin } from '@app/identity';
import { addDays, DomainError, type LocalDate, systemActor } from '@app/kernel';
import { AgencySweep, OverstaySweep } from '@app/overstay';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { SetTargets } from '@app/reporting';
import { RegisterWorkersInBulk } from '@app/workers';
import type { INestApplicationContext } from '@nestjs/common';
import { giveTasks } from './demo-assignments';
import { type LiveFact, recordOf, saidOn } from './demo-case-records';
import { teachClasses } from './demo-classes';
import { seedLoans } from './demo-loans';
import { seedMoney } from './demo-money';
import { seedOrders } from './demo-orders';
import { holdFairs } from './demo-fairs';
import { showEndingPapers } from './demo-ending-papers';
import { DEMO_LOGINS } from './demo-organisations';
import { offerWork } from './demo-placement';
import { sendReports } from './demo-reports';
import { seedSupport } from './demo-support';
import { hearVoices } from './demo-voices';
import { type DemoAccount, type DemoOptions, DEMO_DAYS, DEMO_PROVINCE, type DemoWorld, prepareWorld } from './demo-world';

export interface SeededDemo {
  readonly province: string;
  readonly communes: number;
  readonly workers: number;
  readonly cases: number;
  readonly facts: number;
  readonly alerts: number;
  /** The people were there before: nothing was done. */
  readonly already: boolean;
  /** Facts that the lifecycle did not take: nothing in a sound demo. */
  readonly refused: readonly string[];
  readonly accounts: readonly DemoAccount[];
}

/** The demo province, told through the real use cases: offices, people, registers, reported facts, sweeps. Where its people are known it changes nothing. */
export async function seedDemo({ people, today, password, open }: DemoOptions): Promise<SeededDemo> {
  const actor = systemActor('demo');
  const days = DEMO_DAYS.map((before) => addDays(today, -before));
  const sum = { workers: 0, cases: 0, facts: 0, alerts: 0 };
  const refused: string[] = [];
  let world: DemoWorld | undefined;
  for (const [i, day] of days.entries()) {
    const app = await open(day);
    try {
      const runner = app.get(TransactionRunner);
      world ??= await prepareWorld(app, actor, { people, today, password, open });
      if (world.already) break;
      const { cases, ids, live } = world;
      const opened = await runner.run(actor, (tx) => takeRecords(app, tx, world!, day, today, refused), {
        timeoutMs: 0,
        requestId: `demo:${day}`,
      });
      sum.cases += opened;
      for (const fact of live.filter(({ fact }) => within(saidOn(fact, today), days[i - 1], day))) {
        if (await report(app, ids[fact.caseNumber], fact, cases[fact.caseNumber]!, refused)) sum.facts++;
      }
      if (i === days.length - 1) await tellBeforeExit(app, today);
      sum.alerts += (await app.get(OverstaySweep).run({ asOf: day, startedBy: 'demo' })).raised;
      if (i === days.length - 1) {
        await setTargets(app, world, today);
        await seedOrders(app, today);
        const codes = world.communes.map(({ code }) => code);
        await holdFairs(app, today, codes);
        await offerWork(app, today, codes);
        await app.get(AgencySweep).run({ startedBy: 'demo' });
        await write(app, world, today, open);
        await sendReports(app, world, today, open);
        await runner.run(actor, (tx) =>
          AuditTrail.record(tx, {
            action: 'demo.seed',
            subject: { kind: 'province', id: DEMO_PROVINCE },
            detail: { ...sum },
            province: DEMO_PROVINCE,
          }),
        );
      }
    } finally {
      await app.close();
    }
  }
  const { communes, accounts, workers, already } = world!;
  return {
    province: DEMO_PROVINCE,
    communes: communes.length,
    ...sum,
    workers: new Set(workers).size,
    already,
    refused,
    accounts,
  };
}

/** What people write, with the rights of the API. */
async function write(app: INestApplicationContext, world: DemoWorld, today: LocalDate, open: DemoOptions['open']): Promise<void> {
  const door = await open(today, 'api');
  try {
    await seedLoans(app, door, world, today);
    await seedMoney(app, door, world, today, open);
    await giveTasks(app, door, today);
    await seedSupport(app, door, world, today);
  } finally {
    await door.close();
  }
}

/** Today's work before the exit: classes, papers that end, exits that were planned, what three voices say. */
async function tellBeforeExit(app: INestApplicationContext, today: LocalDate): Promise<void> {
  await teachClasses(app, today);
  await showEndingPapers(app, today);
  await hearVoices(app, today);
}

/** The plan of this year and the last, so that a leader's page has something to hold the exits against. */
async function setTargets(app: INestApplicationContext, { communes }: DemoWorld, today: LocalDate): Promise<void> {
  const actor = await app.get(ActorOfLogin).get(DEMO_LOGINS.centre);
  const year = Number(today.slice(0, 4));
  for (const one of [year - 1, year])
    await app.get(SetTargets).put(
      actor,
      one,
      communes.map(({ code }, i) => ({ communeCode: code, exits: 2 + ((i * 7 + one) % 4) })),
    );
}

/** People of the register, and the cases that have begun by this day and are not yet known. */
async function takeRecords(
  app: INestApplicationContext,
  tx: Tx,
  world: DemoWorld,
  day: LocalDate,
  today: LocalDate,
  refused: string[],
): Promise<number> {
  if (world.workers.length === 0)
    world.workers.push(...(await app.get(RegisterWorkersInBulk).apply(tx, world.people)).map(({ workerId }) => workerId!));
  const first = day === addDays(today, -DEMO_DAYS[0]!);
  const numbered = world.cases.flatMap((one, number) => {
    if (world.ids[number]) return [];
    // After the register only the first step is told at once; what follows is reported by itself.
    const begins = first ? one : { ...one, facts: one.facts.slice(0, 1) };
    const record = recordOf(begins, number, world.workers[one.person]!, world.people[one.person]!, world.parties, day, today);
    return record ? [{ number, record }] : [];
  });
  const results = await app.get(OpenCasesInBulk).apply(
    tx,
    numbered.map(({ record }) => record),
  );
  for (const [i, result] of results.entries()) {
    const { number } = numbered[i]!;
    world.ids[number] = result.caseId;
    for (const { kind, refusal } of result.differing) refused.push(`${world.cases[number]!.story} ${kind} ${refusal.code}`);
    if (result.refusal) refused.push(`${world.cases[number]!.story} ${result.refusal.code}`);
  }
  return results.filter(({ outcome }) => outcome === 'created').length;
}

/** By the account whose office reports such a fact, through the same use case as the API. */
async function report(
  app: INestApplicationContext,
  caseId: string | undefined,
  { caseNumber, fact, requestId }: LiveFact,
  { story }: DemoWorld['cases'][number],
  refused: string[],
): Promise<boolean> {
  if (!caseId) return false;
  try {
    const by = milestoneRow(fact.kind).by;
    const agency = DEMO_LOGINS.agencies[caseNumber % DEMO_LOGINS.agencies.length]!;
    const login = by.includes('centre_staff') ? DEMO_LOGINS.centre : by.includes('department_officer') ? DEMO_LOGINS.department : agency;
    const actor = await app.get(ActorOfLogin).get(login);
    return (await app.get(RecordMilestone).run(actor, { caseId, requestId, ...fact })).outcome === 'recorded';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    refused.push(`${story} ${fact.kind} ${error.code}`);
    return false;
  }
}

const within = (day: LocalDate, after: LocalDate | undefined, until: LocalDate) => (after === undefined || day > after) && day <= until;
