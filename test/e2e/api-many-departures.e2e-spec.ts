import { OpenCasesInBulk } from '@app/casework';
import { localDate as day, newId, parseCitizenId } from '@app/kernel';
import { SeedPolicies } from '@app/policy';
import { RegisterWorkersInBulk } from '@app/workers';
import { startApplication, type TestApplication } from '../support/application';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { insertTenants, type Tenants, TODAY } from '../support/tenants';

jest.setTimeout(300_000);
const MANY = 300;
/** A name of letters alone: numbers in names are a fault of the sender. */
const nameOf = (i: number) => `Lò Văn ${String.fromCharCode(65 + (i % 26))}${'abcdefghiklmnopqrstuvx'[Math.floor(i / 26)]!}n`;

/** An agency pastes three hundred departures: a verdict per row, and the same list again changes nothing. */
describe('three hundred departures', () => {
  let db: TestDatabase;
  let app: TestApplication;
  let tenants: Tenants;
  let codes: string[];
  beforeAll(async () => {
    db = await createTestDatabase({ today: TODAY });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
    const centre = tenants.account('centre-12').actor;
    const agencyId = tenants.account('agency-a').actor.organisationId;
    const people = Array.from({ length: MANY }, (_, i) => ({
      fullName: nameOf(i),
      citizenId: parseCitizenId(`0120909${String(20_000 + i).padStart(5, '0')}`)!,
      birthDate: day('1990-05-27'),
      birthPrecision: 'YMD' as const,
      sex: 'M' as const,
      residence: { provinceCode: '12', communeCode: '12001' },
    }));
    codes = await db.api.run(centre, async (tx) => {
      const workers = await new RegisterWorkersInBulk(db.seal).apply(tx, people);
      const cases = await new OpenCasesInBulk().apply(
        tx,
        workers.map(({ workerId }) => ({
          workerId: workerId!,
          provinceCode: '12',
          communeCode: '12001',
          agencyId,
          market: 'JP',
          legalForm: 'SERVICE' as const,
          milestones: [{ kind: 'CONTRACT_SIGNED' as const, effectiveOn: day('2026-06-01') }],
          requestId: newId(),
        })),
      );
      return cases.map(({ caseCode }) => caseCode!);
    });
    app = await startApplication(db, { BENVE_TODAY: TODAY });
  });
  afterAll(async () => {
    await app?.close();
    await db.close();
  });

  /** Every thirtieth row is wrong, each in one of these ways. */
  const WRONG = [
    (code: string) => `${code},,31/11/2026,`,
    (code: string) => `${code},,01/05/2026,`,
    (code: string) => `${code},Người Khác Hẳn,20/11/2026,`,
    (_: string, i: number) => `KHONGCO${String(i).padStart(3, '2')},,20/11/2026,`,
    (code: string) => `${code},,01/12/2026,`,
  ];
  const list = () => [
    'Mã HS / CCCD,Họ tên,Ngày xuất cảnh,Ngày hết hạn HĐ',
    ...codes.map((code, i) => (i % 30 === 0 ? WRONG[(i / 30) % WRONG.length]!(code, i) : `${code},${nameOf(i)},20/11/2026,19/11/2029`)),
  ];
  const send = async (key: string) => {
    const form = new FormData();
    form.append('kind', 'departures');
    form.append('file', new Blob([list().join('\r\n')]), 'xuat-canh.csv');
    const answer = await fetch(`${app.url}/api/v1/imports?background=false`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tenants.account('agency-a').token}`, 'idempotency-key': key },
      body: form,
    });
    return (await answer.json()) as { rows: number; updated: number; refused: number; results: { verdict: string; code: string | null }[] };
  };
  const state = async () =>
    (
      await db.sql<{ hash: string }>(
        `select md5(string_agg(x, '|' order by x)) as hash from (select to_jsonb(c)::text as x from case_file c union all select to_jsonb(e)::text from case_event e
           union all select to_jsonb(g)::text from case_gap g union all select to_jsonb(t)::text from desk_task t union all select to_jsonb(v)::text from contract_version v) all_rows`,
      )
    )[0]!.hash;

  it('gives every row its verdict, takes what is right and names what is wrong', async () => {
    const begun = performance.now();
    const report = await send('departures-1');
    console.log(
      `${MANY} departures: every verdict after ${Math.round(performance.now() - begun)} ms, ${report.updated} taken, ${report.refused} refused`,
    );
    expect([...new Set(report.results.map(({ verdict, code }) => `${verdict} ${code}`))].sort()).toHaveLength(1 + WRONG.length);
    expect(report).toMatchObject({ rows: MANY, updated: MANY - 10, refused: 10 });
    expect(new Set(report.results.filter(({ verdict }) => verdict === 'refuse').map(({ code }) => code)).size).toBe(WRONG.length);
    expect(await db.sql(`select count(*)::int as n from case_file where departed_on = '2026-11-20'`)).toEqual([{ n: MANY - 10 }]);
    expect(await db.sql(`select count(*)::int as n from desk_task where kind = 'DEPARTURE_GAP'`)).toEqual([{ n: MANY - 10 }]);
  });

  it('changes nothing when the same list is sent again, as a retry or anew', async () => {
    const before = await state();
    expect((await send('departures-1')).rows).toBe(MANY);
    expect(await send('departures-2')).toMatchObject({ updated: 0 });
    expect(await state()).toBe(before);
  });
});
