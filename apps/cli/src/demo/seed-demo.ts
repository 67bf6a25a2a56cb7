import { RecordMilestone, OpenCasesInBulk, milestoneRow } from '@app/casework';
import {
  ActorOfLogin,
  CreateUser,
  LoadOrganisations,
  OrganisationDirectory,
  ResetUser,
  SetPassword,
} from '@app/identity';
import { type Actor, addDays, DomainError, type LocalDate, type Role, systemActor } from '@app/kernel';
import { OverstaySweep } from '@app/overstay';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { KnownPeople, RegisterWorkersInBulk } from '@app/workers';
import type { INestApplicationContext } from '@nestjs/common';
import { type DemoParties, type LiveFact, liveFacts, recordOf, saidOn } from './demo-case-records';
import { communesOf } from './demo-communes';
import { DEMO_KEY, DEMO_LOGINS, demoOrganisations } from './demo-organisations';
import { type DemoCommune, inventPerson } from './demo-people';
import { DemoRandom } from './demo-random';
import { type DemoCase, type StoryDraw, tellStories } from './demo-stories';

export const DEMO_PROVINCE = '12';
/** Days before today on which the story goes on: the register is taken in on the first, a sweep runs on each. */
const DAYS = [45, 30, 14, 7, 3, 0];
const SEED = 20_250_701;

export interface DemoAccount {
  readonly login: string;
  readonly role: Role;
  readonly organisation: string;
  readonly password: string;
}

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

export interface DemoOptions {
  readonly people: number;
  readonly today: LocalDate;
  readonly password: string;
  /** An application whose business day is this one: as the background role, or as people come in. */
  readonly open: (day: LocalDate, role?: 'jobs' | 'api') => Promise<INestApplicationContext>;
}

/** The demo province, told through the real use cases: offices, people, registers, reported facts, sweeps. Where its people are known it changes nothing. */
export async function seedDemo({ people, today, password, open }: DemoOptions): Promise<SeededDemo> {
  const actor = systemActor('demo');
  const days = DAYS.map((before) => addDays(today, -before));
  const sum = { workers: 0, cases: 0, facts: 0, alerts: 0 };
  const refused: string[] = [];
  let world: World | undefined;
  for (const [i, day] of days.entries()) {
    const app = await open(day);
    try {
      const runner = app.get(TransactionRunner);
      world ??= await prepare(app, actor, { people, today, password, open });
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
      sum.alerts += (await app.get(OverstaySweep).run({ asOf: day, startedBy: 'demo' })).raised;
      if (i === days.length - 1)
        await runner.run(actor, (tx) =>
          AuditTrail.record(tx, {
            action: 'demo.seed',
            subject: { kind: 'province', id: DEMO_PROVINCE },
            detail: { ...sum },
            province: DEMO_PROVINCE,
          }),
        );
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

interface World {
  readonly already: boolean;
  readonly communes: readonly DemoCommune[];
  readonly accounts: readonly DemoAccount[];
  readonly parties: DemoParties;
  /** One entry per case; a second attempt of a person is a case of its own. */
  readonly cases: readonly (Pick<DemoCase, 'story' | 'terms' | 'facts'> & { person: number })[];
  readonly live: readonly LiveFact[];
  readonly people: ReturnType<typeof inventPerson>[];
  readonly workers: string[];
  /** Case ids by case number, as they come to life. */
  readonly ids: (string | undefined)[];
}

async function prepare(
  app: INestApplicationContext,
  actor: Actor,
  { people: wanted, today, password, open }: DemoOptions,
): Promise<World> {
  const runner = app.get(TransactionRunner);
  const communes = await runner.run(actor, async (tx) => {
    await refuseRealHouse(tx);
    return communesOf(tx, DEMO_PROVINCE);
  });
  const random = new DemoRandom(SEED);
  const stay = await runner.run(actor, (tx) => stayOf(tx, today));
  const told = tellStories(wanted, today, random, stay);
  const people = told.map((_, serial) => inventPerson(random, serial, communes));
  const cases = [
    ...told.map((one, person) => ({ ...one, person })),
    ...told.flatMap(({ story, second }, person) => (second ? [{ story, ...second, person }] : [])),
  ];
  const already = await runner.run(
    actor,
    async (tx) => (await app.get(KnownPeople).byCitizenIds(tx, [people[0]!.citizenId!])).size > 0,
  );
  if (!already) {
    await app.get(LoadOrganisations).load(demoOrganisations(communes), { demo: true, password });
    await addAdministrator(app, actor, password, open(today, 'api'));
  }
  const first = addDays(today, -DAYS[0]!);
  return {
    already,
    communes,
    accounts: printedAccounts(communes, password),
    cases,
    people,
    parties: await runner.run(actor, partiesOf),
    live: cases
      .flatMap((one, number) => liveFacts(one, number, first, today))
      .sort((a, b) => saidOn(a.fact, today).localeCompare(saidOn(b.fact, today))),
    workers: [],
    ids: [],
  };
}

/** A demo never mixes with real people: one organisation that is not invented is enough to refuse. */
async function refuseRealHouse(tx: Tx): Promise<void> {
  let after: string | undefined;
  do {
    const page = await OrganisationDirectory.list(tx, { after, limit: 100 });
    const real = page.organisations.find(({ key }) => !key.startsWith(DEMO_KEY));
    if (real)
      throw new DomainError(
        'refused',
        'DEMO_REFUSED',
        'Cơ sở dữ liệu này đã có tổ chức thật. Dữ liệu mẫu chỉ tạo được trong cơ sở dữ liệu chưa có đơn vị nào.',
        { organisation: real.key },
      );
    after = page.next;
  } while (after);
}

/** Sets the password through the one-time link, as a person would: links are read by the role of the API alone. */
async function addAdministrator(
  app: INestApplicationContext,
  actor: Actor,
  password: string,
  people: Promise<INestApplicationContext>,
): Promise<void> {
  const door = await people;
  try {
    const { link } = await app
      .get(CreateUser)
      .run(actor, { login: DEMO_LOGINS.administrator, role: 'administrator', name: 'Quản trị (mẫu)' })
      .catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'LOGIN_TAKEN')
          return app.get(ResetUser).run(actor, DEMO_LOGINS.administrator);
        throw error;
      });
    await door.get(SetPassword).byLink(link.slice(link.indexOf('#') + 1), password);
  } finally {
    await door.close();
  }
}

async function stayOf(tx: Tx, today: LocalDate): Promise<StoryDraw['stay']> {
  const book = await PolicyBook.at(tx, today);
  const suspected = book.value<{ estimatedOffsetDays: number }>('alert.SUSPECTED_OVERSTAY');
  return (market) => {
    const rule = book.value<{ graceDays: number; defaultStayDays: number }>('stay.rule', market);
    return {
      graceDays: rule?.graceDays ?? 0,
      defaultStayDays: rule?.defaultStayDays ?? 0,
      estimatedOffsetDays: suspected?.estimatedOffsetDays ?? 7,
    };
  };
}

async function partiesOf(tx: Tx): Promise<DemoParties> {
  const idOf = async (key: string) => (await OrganisationDirectory.findByKey(tx, `${DEMO_KEY}${key}`))!.id;
  return { agencyIds: [await idOf('DN-1'), await idOf('DN-2'), await idOf('DN-3')], bankId: await idOf('NHCSXH-12') };
}

/** People of the register, and the cases that have begun by this day and are not yet known. */
async function takeRecords(
  app: INestApplicationContext,
  tx: Tx,
  world: World,
  day: LocalDate,
  today: LocalDate,
  refused: string[],
): Promise<number> {
  if (world.workers.length === 0)
    world.workers.push(
      ...(await app.get(RegisterWorkersInBulk).apply(tx, world.people)).map(({ workerId }) => workerId!),
    );
  const first = day === addDays(today, -DAYS[0]!);
  const numbered = world.cases.flatMap((one, number) => {
    if (world.ids[number]) return [];
    // After the register only the first step is told at once; what follows is reported by itself.
    const begins = first ? one : { ...one, facts: one.facts.slice(0, 1) };
    const record = recordOf(
      begins,
      number,
      world.workers[one.person]!,
      world.people[one.person]!,
      world.parties,
      day,
      today,
    );
    return record ? [{ number, record }] : [];
  });
  const results = await app.get(OpenCasesInBulk).apply(
    tx,
    numbered.map(({ record }) => record),
  );
  for (const [i, result] of results.entries()) {
    const { number } = numbered[i]!;
    world.ids[number] = result.caseId;
    for (const { kind, refusal } of result.differing)
      refused.push(`${world.cases[number]!.story} ${kind} ${refusal.code}`);
    if (result.refusal) refused.push(`${world.cases[number]!.story} ${result.refusal.code}`);
  }
  return results.filter(({ outcome }) => outcome === 'created').length;
}

/** By the account whose office reports such a fact, through the same use case as the API. */
async function report(
  app: INestApplicationContext,
  caseId: string | undefined,
  { caseNumber, fact, requestId }: LiveFact,
  { story }: World['cases'][number],
  refused: string[],
): Promise<boolean> {
  if (!caseId) return false;
  try {
    const by = milestoneRow(fact.kind).by;
    const agency = DEMO_LOGINS.agencies[caseNumber % DEMO_LOGINS.agencies.length]!;
    const login = by.includes('centre_staff')
      ? DEMO_LOGINS.centre
      : by.includes('department_officer')
        ? DEMO_LOGINS.department
        : agency;
    const actor = await app.get(ActorOfLogin).get(login);
    return (await app.get(RecordMilestone).run(actor, { caseId, requestId, ...fact })).outcome === 'recorded';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    refused.push(`${story} ${fact.kind} ${error.code}`);
    return false;
  }
}

function printedAccounts(communes: readonly DemoCommune[], password: string): DemoAccount[] {
  const commune = communes[0]!;
  return (
    [
      [DEMO_LOGINS.centre, 'centre_staff', 'Trung tâm DVVL'],
      [DEMO_LOGINS.department, 'department_officer', 'Sở Nội vụ'],
      [DEMO_LOGINS.secondOfficer, 'department_officer', 'Sở Nội vụ, người thứ hai'],
      [DEMO_LOGINS.leader, 'leader', 'Sở Nội vụ'],
      [DEMO_LOGINS.agencies[0], 'agency_clerk', 'Công ty An Phúc'],
      [DEMO_LOGINS.commune(commune.code), 'commune_officer', `${commune.name}; 37 xã khác: xa-<mã xã>`],
      [DEMO_LOGINS.bank, 'bank_officer', 'NHCSXH'],
      [DEMO_LOGINS.administrator, 'administrator', ''],
    ] as const
  ).map(([login, role, organisation]) => ({ login, role, organisation, password }));
}

const within = (day: LocalDate, after: LocalDate | undefined, until: LocalDate) =>
  (after === undefined || day > after) && day <= until;
