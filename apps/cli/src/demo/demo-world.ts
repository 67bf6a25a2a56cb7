import { ChangeLicence } from '@app/agencies';
import { CreateUser, LoadOrganisations, OrganisationDirectory, ResetUser, SetPassword } from '@app/identity';
import { type Actor, addDays, DomainError, type LocalDate, type Role } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { KnownPeople } from '@app/workers';
import type { INestApplicationContext } from '@nestjs/common';
import { type DemoParties, type LiveFact, liveFacts, saidOn } from './demo-case-records';
import { communesOf } from './demo-communes';
import { DEMO_KEY, DEMO_LOGINS, demoOrganisations } from './demo-organisations';
import { type DemoCommune, inventPerson } from './demo-people';
import { DemoRandom } from './demo-random';
import { tellStories } from './demo-stories';
import type { DemoCase, StoryDraw } from './demo-story';

export const DEMO_PROVINCE = '12';
/** Days before today on which the story goes on: the register is taken in on the first, a sweep runs on each. */
export const DEMO_DAYS = [45, 30, 14, 7, 3, 0];
const SEED = 20_250_701;

export interface DemoAccount {
  readonly login: string;
  readonly role: Role;
  readonly organisation: string;
  readonly password: string;
}

export interface DemoOptions {
  readonly people: number;
  readonly today: LocalDate;
  readonly password: string;
  /** An application whose business day is this one: as the background role, or as people come in. */
  readonly open: (day: LocalDate, role?: 'jobs' | 'api') => Promise<INestApplicationContext>;
}

/** Everything the story needs to go on: offices, people and cases as the database knows them. */
export interface DemoWorld {
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

/** Offices and accounts made where they are missing, people and cases invented. Throws DEMO_REFUSED beside real organisations. */
export async function prepareWorld(
  app: INestApplicationContext,
  actor: Actor,
  { people: wanted, today, password, open }: DemoOptions,
): Promise<DemoWorld> {
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
  const already = await runner.run(actor, async (tx) => (await app.get(KnownPeople).byCitizenIds(tx, [people[0]!.citizenId!])).size > 0);
  if (!already) {
    await app.get(LoadOrganisations).load(demoOrganisations(communes), { demo: true, password });
    await licenseAgencies(app, actor, today);
    await addAdministrator(app, actor, password, open(today, 'api'));
  }
  const first = addDays(today, -DEMO_DAYS[0]!);
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
        if (error instanceof DomainError && error.code === 'LOGIN_TAKEN') return app.get(ResetUser).run(actor, DEMO_LOGINS.administrator);
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

/** Two agencies may send people, one of them for a few weeks more; the licence of the third is suspended: what the public page and the department see. */
async function licenseAgencies(app: INestApplicationContext, actor: Actor, today: LocalDate): Promise<void> {
  const agencies = await app
    .get(TransactionRunner)
    .run(actor, async (tx) => (await OrganisationDirectory.list(tx, { kind: 'sending_agency', limit: 100 })).organisations);
  const change = app.get(ChangeLicence);
  for (const [i, { id }] of agencies.entries()) {
    const licence = { organisationId: id, number: `${900 + i}/GP-DEMO`, basis: 'Quyết định mẫu' };
    const lastDay = i === 1 ? addDays(today, 25) : undefined;
    await change.run(actor, { ...licence, state: 'valid', from: addDays(today, -900), lastDay, requestId: `demo:licence:${i}` });
    if (i === agencies.length - 1)
      await change.run(actor, { ...licence, state: 'suspended', from: addDays(today, -40), requestId: `demo:suspension:${i}` });
  }
}
