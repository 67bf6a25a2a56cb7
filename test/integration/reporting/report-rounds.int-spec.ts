import { localDate } from '@app/kernel';
import { SeedPolicies } from '@app/policy';
import { DecideReport, ReadCommuneReport, ReadReportBoard, SendReport } from '@app/reporting';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { insertTenants, type Tenants, TODAY } from '../../support/tenants';
import { resetReports } from './reported-cases';

const MONTH = localDate('2026-10-01');

/** 22 November 2026: October was due on the 9th. */
describe('a monthly report that comes back', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
  });
  afterAll(() => db.close());
  beforeEach(() => resetReports(db));

  const actor = (name: string) => tenants.account(name).actor;
  const send = (name: string, remark: string) =>
    new SendReport(db.api).run(actor(name), { month: MONTH, remark, requestId: `${name} ${remark}` });
  const giveBack = (name: string, reportId: string) =>
    new DecideReport(db.api).run(actor(name), reportId, { deed: 'return', note: 'Thiếu nhận xét', requestId: `${name} ${reportId}` });
  const board = (month = MONTH) => new ReadReportBoard(db.api).run(actor('centre-12'), month);
  const unit = async () => (await board()).units.find(({ communeCode }) => communeCode === '12001')!;

  it('is late once it waits to be sent again after its day, and in time when its first version was', async () => {
    const { id: reportId } = await send('commune-12001', 'Một.');
    expect(await unit()).toMatchObject({ late: true });
    await db.sql(`update monthly_report set sent_on = '2026-11-09' where id = $1`, [reportId]);
    expect(await unit()).toMatchObject({ late: false });
    await giveBack('centre-12', reportId);
    expect(await unit()).toMatchObject({ state: 'returned', late: true });
    expect((await board()).warnings.late).toBe(3);
    expect(await send('commune-12001', 'Hai.')).toMatchObject({ version: 2, late: false });
    expect(await new ReadCommuneReport(db.api).run(actor('commune-12001'), { month: MONTH })).toMatchObject({ late: false });
  });

  it('goes back to a commune also when it was taken in, once the report of the province came back', async () => {
    const { id: reportId } = await send('commune-12001', 'Một.');
    const whole = await send('centre-12', 'Toàn tỉnh.');
    await expect(giveBack('centre-12', reportId)).rejects.toMatchObject({ code: 'REPORT_TAKEN_IN' });
    await giveBack('leader-12', whole.id);
    expect(await giveBack('centre-12', reportId)).toMatchObject({ state: 'returned' });
    await send('commune-12001', 'Hai.');
    const again = await send('centre-12', 'Toàn tỉnh, đã bổ sung.');
    expect(await unit()).toMatchObject({ state: 'consolidated', version: 2 });
    expect(await db.sql(`select version from monthly_report where part_of = $1`, [again.id])).toEqual([{ version: 2 }]);
  });

  it('takes in again what was taken in by a report of the province that came back', async () => {
    await send('commune-12001', 'Một.');
    await giveBack('leader-12', (await send('centre-12', 'Toàn tỉnh.')).id);
    const again = await send('centre-12', 'Toàn tỉnh, đã bổ sung.');
    expect(await db.sql(`select commune_code as commune from monthly_report where part_of = $1`, [again.id])).toEqual([
      { commune: '12001' },
    ]);
  });

  it('is judged by the rule of its month, whatever has been published since', async () => {
    await db.sql(`update policy_rule set valid = daterange(lower(valid), '2026-11-01') where key = 'report.monthly'`);
    await db.sql(
      `insert into policy_rule (key, value, valid, basis, certain, entered_by) select key, value || '{"windowStartDay":15,"lastDay":4}', '[2026-11-01,)', basis, certain, 'test'
         from policy_rule where key = 'report.monthly'`,
    );
    expect(await board()).toMatchObject({ from: '2026-10-01', to: '2026-10-31', dueOn: '2026-11-09' });
    const october = await send('commune-12001', 'Một.');
    expect(await new ReadReportBoard(db.api).run(actor('centre-12'))).toMatchObject({
      month: '2026-11-01',
      from: '2026-10-15',
      dueOn: '2026-12-04',
    });
    const [judged] = await db.sql<{ same: boolean }>(
      `select rule_ids = (select string_agg(id::text, ',' order by id) from policy_rule where starts_with(key, 'report.') and valid @> date '2026-10-01') as same
         from monthly_report where id = $1`,
      [october.id],
    );
    expect(judged).toEqual({ same: true });
  });
});
