import { ChangeLicence, RecruitmentPermissions } from '@app/agencies';
import { DeliverNotices } from '@app/notices';
import { AgencySweep, AgencyUpdates } from '@app/overstay';
import { AppConfig, Mailer } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { localDate as day } from '@app/kernel';
import { startSmtpSink } from '../../support/smtp-sink';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { id, insertTenants, type Tenants } from '../../support/tenants';

const TODAY = '2026-11-22';
const AGENCY = id('org', 'A');

describe('the sweep over agencies', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    await db.sql(`delete from desk_task where kind in ('MONTHLY_UPDATE', 'LICENCE_END', 'PERMISSION_END', 'SUPPLY_END')`);
    await db.sql(`delete from sweep_run where sweep = 'agencies'`);
    await db.sql(`delete from agency_update`);
    await db.sql(`update case_event set recorded_on = '2020-01-01'`);
  });

  const actor = (name: string) => tenants.account(name).actor;
  const sweep = (asOf?: string) =>
    new AgencySweep(db.jobs, Object.assign(new AppConfig(), { BENVE_MODE: 'demo' })).run({ asOf, startedBy: 'test' });
  const updates = () => new AgencyUpdates(db.api);
  const open = (kind: string) =>
    db.sql<{ line: string }>(
      `select concat_ws(' ', desk, case when desk <> 'agency' then province_code end, due_on) as line from desk_task where kind = $1 and state = 'open' and agency_id = $2 order by desk, province_code`,
      [kind, AGENCY],
    );
  const lines = async (kind: string) => (await open(kind)).map(({ line }) => line);
  /** Something learnt of one person of the agency who is abroad. */
  const learn = (on: string) =>
    db.sql(
      `update case_event set recorded_on = $1 where id = (select min(e.id) from case_event e join case_file c on c.id = e.case_id where c.agency_id = $2 and c.departed_on is not null)`,
      [on, AGENCY],
    );

  it('asks for the update of the month, passes it on, and ends by the fact', async () => {
    await learn('2026-11-05');
    expect(await sweep('2026-11-09')).toMatchObject({ raised: 0 });
    expect(await sweep('2026-11-10')).toMatchObject({ raised: 1, closed: 0 });
    expect(await lines('MONTHLY_UPDATE')).toEqual(['agency 2026-11-19']);
    expect(await sweep('2026-11-10')).toMatchObject({ raised: 0, existing: 1, closed: 0 });
    expect(await sweep('2026-11-18')).toMatchObject({ raised: 1, closed: 1 });
    await sweep('2026-11-20');
    expect(await lines('MONTHLY_UPDATE')).toEqual(['agency 2026-11-19', 'centre 12 2026-11-26']);
    expect(await sweep('2026-11-10')).toMatchObject({ raised: 0, closed: 0 });
    await sweep(TODAY);
    await updates().report(actor('agency-a'), { organisationId: AGENCY, updatedOn: day('2026-11-21'), requestId: 'u1' });
    expect(await lines('MONTHLY_UPDATE')).toEqual(['centre 12 2026-11-26']);
    expect(await db.sql(`select payload from outbox where topic = 'sweeps.requested.v1' order by id desc limit 1`)).toEqual([
      { payload: { sweep: 'agencies' } },
    ]);
    await sweep(TODAY);
    expect(await lines('MONTHLY_UPDATE')).toEqual([]);
  });

  it.each([
    ['of the same day', '2026-11-05', '2026-11-05', []],
    ['after the change', '2026-11-05', '2026-11-09', []],
    ['of the month before, after a change of it', '2026-10-22', '2026-10-25', []],
    ['before the change', '2026-11-05', '2026-11-04', ['agency 2026-11-19']],
    ['of the month before, and a change that nobody has told since', '2026-10-28', '2026-10-25', ['agency 2026-11-19']],
    ['long ago', '2026-08-01', '2026-07-31', ['agency 2026-11-19']],
  ])('with an update %s', async (_, learnt, updated, expected) => {
    await learn(learnt);
    await db.sql(`insert into agency_update (id, agency_id, updated_on) values (gen_random_uuid(), $1, $2)`, [AGENCY, updated]);
    await sweep('2026-11-12');
    expect(await lines('MONTHLY_UPDATE')).toEqual(expected);
  });

  it('asks nobody whose people changed before the last day of the month before', async () => {
    await learn('2026-10-19');
    await sweep('2026-11-12');
    expect(await lines('MONTHLY_UPDATE')).toEqual([]);
  });

  it('puts back what was taken off too early, and takes an own day only from whom it concerns', async () => {
    await learn('2026-11-05');
    await sweep(TODAY);
    await updates().report(actor('agency-a'), { organisationId: AGENCY, updatedOn: day('2026-11-01'), requestId: 'u2' });
    await updates().report(actor('agency-a'), { organisationId: AGENCY, updatedOn: day('2026-11-01'), requestId: 'u2' });
    expect(await lines('MONTHLY_UPDATE')).toEqual([]);
    await sweep(TODAY);
    expect(await lines('MONTHLY_UPDATE')).toEqual(['agency 2026-11-23']);
    expect(await updates().list(actor('centre-12'), AGENCY)).toMatchObject([{ updatedOn: '2026-11-01' }]);
    const report = (name: string, updatedOn: string) =>
      updates().report(actor(name), { organisationId: AGENCY, updatedOn: day(updatedOn), requestId: `${name}${updatedOn}` });
    await expect(report('agency-b', TODAY)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(report('agency-a', '2026-11-23')).rejects.toMatchObject({ code: 'UPDATE_AHEAD' });
    await report('centre-12', TODAY);
    await sweep(TODAY);
    expect(await lines('MONTHLY_UPDATE')).toEqual([]);
  });

  it('tells by mail whoever is asked, each question once, by day and never by name', async () => {
    const sink = await startSmtpSink();
    const mailer = new Mailer({ url: sink.url, from: 'Bến Về <no-reply@benve.test>' });
    const deliver = new DeliverNotices(db.jobs, mailer, { PUBLIC_URL: 'http://localhost:3000' } as AppConfig);
    await db.sql(`delete from delivery`);
    await db.sql(`delete from notice`);
    await db.sql(
      `update organisation set email = case when id = $1 then 'agency@test.invalid' else 'centre@test.invalid' end where id = $1 or kind = 'employment_service_centre'`,
      [AGENCY],
    );
    await db.sql(`update account set email = null`);
    /** A day of the sweep and of the post; returns who got a mail and what it says. */
    const post = async (asOf: string) => {
      await sweep(asOf);
      const open = await db.sql<{ id: number }>(`select id::int as id from notice where state = 'open' and addressee = any ($1)`, [
        [`AGENCY:${AGENCY}`, 'ESC:12'],
      ]);
      const before = sink.mails.length;
      await deliver.run(open.map(({ id: one }) => one));
      return sink.mails.slice(before).map(({ to, raw }) => ({ to, text: textOf(raw) }));
    };
    await learn('2026-11-05');
    const [asked, ...more] = await post('2026-11-10');
    expect([asked!.to, more]).toEqual(['agency@test.invalid', []]);
    for (const part of [
      'Có 1 việc cần trả lời, hạn sớm nhất ngày 19/11/2026',
      '* Cập nhật hằng tháng vào cơ sở dữ liệu của Bộ: 1',
      'http://localhost:3000/cong-viec',
    ])
      expect(asked!.text).toContain(part);
    expect(await post('2026-11-10')).toEqual([]);
    // Taken off the desk by a report that was too early, and put back: the same question is no news.
    await updates().report(actor('agency-a'), { organisationId: AGENCY, updatedOn: day('2026-11-01'), requestId: 'early' });
    expect(await post('2026-11-10')).toEqual([]);
    const later = await post('2026-11-18');
    expect(later.map(({ to }) => to)).toEqual(['agency@test.invalid']);
    expect((await post('2026-11-20')).map(({ to }) => to)).toEqual(['centre@test.invalid']);
    expect(await post(TODAY)).toEqual([]);
    mailer.close();
    await sink.close();
  });

  describe('before the right to go on ends', () => {
    const ends: readonly [kind: string, table: string, set: string, renew: string, lastDay: string, asked: string[], after: string][] = [
      [
        'LICENCE_END',
        'agency_licence where organisation_id',
        `daterange('2020-01-01', $2::date, '[]')`,
        `insert into agency_licence (id, organisation_id, number, valid, state) values (gen_random_uuid(), $1, '2', daterange($2::date + 1, null), 'valid')`,
        '2026-12-22',
        ['agency 2026-11-30', 'centre 12 2026-11-30', 'centre 15 2026-11-30'],
        '2026-12-01',
      ],
      [
        'PERMISSION_END',
        'recruitment_permission where agency_id',
        `daterange('2020-01-01', $2::date, '[]')`,
        `insert into recruitment_permission (id, agency_id, province_code, valid, basis) values (gen_random_uuid(), $1, '12', daterange($2::date + 1, null), 'CV')`,
        '2026-11-29',
        ['agency 2026-11-26', 'centre 12 2026-11-26'],
        '2026-11-28',
      ],
    ];
    it.each(ends)(
      '%s asks agency and centre, passes on to the department, and a renewal ends it',
      async (kind, table, valid, renew, lastDay, asked, after) => {
        const [name, key] = table.split(' where ');
        await db.sql(`delete from ${name} where ${key} = $1`, [AGENCY]);
        await db.sql(
          name === 'agency_licence'
            ? `insert into agency_licence (id, organisation_id, number, valid, state) values (gen_random_uuid(), $1, '1', ${valid}, 'valid')`
            : `insert into recruitment_permission (id, agency_id, province_code, valid, basis) values (gen_random_uuid(), $1, '12', ${valid}, 'CV')`,
          [AGENCY, lastDay],
        );
        await sweep(TODAY);
        expect(await lines(kind)).toEqual(asked);
        await sweep(after);
        expect(await lines(kind)).toContainEqual(expect.stringMatching(/^department 12 /));
        await db.sql(renew, [AGENCY, lastDay]);
        await sweep(after);
        expect(await lines(kind)).toEqual([]);
      },
    );

    it('what the department records is looked at at once', async () => {
      const department = actor('department-12');
      const wanted = async () =>
        (
          await db.sql<{ n: number }>(
            `select count(*)::int as n from outbox where topic = 'sweeps.requested.v1' and payload ->> 'sweep' = 'agencies'`,
          )
        )[0]!.n;
      const before = await wanted();
      const licence = { organisationId: AGENCY, number: '9', state: 'valid', from: day('2030-01-01'), basis: 'QĐ 9' } as const;
      await new ChangeLicence(db.api).run(department, { ...licence, requestId: 'licence-9' });
      await db.sql(`delete from recruitment_permission where agency_id = $1`, [AGENCY]);
      await new RecruitmentPermissions(db.api).permit(department, {
        agencyId: AGENCY,
        from: day('2027-01-01'),
        basis: 'CV 9',
        requestId: 'permit-9',
      });
      expect((await wanted()) - before).toBe(2);
    });

    it('SUPPLY_END asks only while an order under it takes people, and a new contract with the partner ends it', async () => {
      await db.sql(`update supply_contract set valid_until = '2026-12-01' where agency_id = $1`, [AGENCY]);
      await sweep(TODAY);
      expect(await lines('SUPPLY_END')).toEqual(['agency 2026-11-30', 'centre 12 2026-11-30']);
      await db.sql(`update job_order set state = 'closed' where agency_id = $1`, [AGENCY]);
      await sweep(TODAY);
      expect(await lines('SUPPLY_END')).toEqual([]);
      await db.sql(`update job_order set state = 'approved' where agency_id = $1`, [AGENCY]);
      await sweep(TODAY);
      expect(await lines('SUPPLY_END')).toHaveLength(2);
      await db.sql(
        `insert into supply_contract (id, agency_id, partner_id, number, market, occupation, employer, quota, signed_on, valid_until, state, registered_on)
         select gen_random_uuid(), agency_id, partner_id, '2', market, occupation, employer, 10, signed_on, '2028-01-01', 'registered', '2026-11-01' from supply_contract where agency_id = $1`,
        [AGENCY],
      );
      await sweep(TODAY);
      expect(await lines('SUPPLY_END')).toEqual([]);
    });
  });
});

/** The plain part of a mail as it came over the line. */
function textOf(raw: string): string {
  return Buffer.from(/text\/plain[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(raw)![1]!, 'base64').toString();
}
