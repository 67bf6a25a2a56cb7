import { localDate } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { PublishFees } from '@app/settlement';
import { FeeSheetRows } from '../../../libs/settlement/src/persistence/fee-sheet-rows';
import { insertTenants, type Tenants } from '../../support/tenants';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const day = localDate;

describe('fee sheets', () => {
  let db: TestDatabase;
  let tenants: Tenants;
  const agency = () => tenants.account('agency-a').actor;
  let key = 0;
  const requestId = () => `r${++key}`;
  /** Fees are published for days to come: sheets of the past are published in the past. */
  const feesOn = (on: string) => new PublishFees(new TransactionRunner(db.api['dataSource'], on));

  beforeAll(async () => {
    db = await createTestDatabase({ today: '2027-07-30' });
    tenants = await insertTenants(db);
    await new SeedPolicies(db.jobs).run();
  });
  afterAll(() => db.close());

  it('takes what the side abroad pays off the ceiling of the service fee, and knows an occupation and a request again', async () => {
    const fees = feesOn('2025-01-01');
    const sheet = { market: 'TW', validFrom: day('2025-01-01'), months: 36, monthlyWage: 22_000_000 };
    const publish = (occupation: string, asked: number, key = requestId()) =>
      fees.run(agency(), {
        ...sheet,
        occupation,
        lines: [
          { item: 'SERVICE_FEE', payer: 'WORKER', amount: asked },
          { item: 'SERVICE_FEE', payer: 'FOREIGN', amount: 20_000_000 },
        ],
        requestId: key,
      });
    await expect(publish('Đóng gói', 46_000_001)).rejects.toMatchObject({ code: 'FEE_OVER_CAP', details: { cap: 46_000_000 } });
    await publish('Đóng gói', 40_000_000);
    const sent = requestId();
    const { id: sheetId } = await publish(' đóng GÓI', 46_000_000, sent);
    expect(await publish(' đóng GÓI', 46_000_000, sent)).toEqual({ id: sheetId, workerPays: 46_000_000 });
    const packing = (sheets: readonly { occupation: string }[]) => sheets.filter(({ occupation }) => /gói/i.test(occupation));
    expect(packing(await fees.newest('TW'))).toMatchObject([{ id: sheetId, ceilings: [{ most: 46_000_000 }, {}] }]);
    expect(packing((await fees.list(agency(), { market: 'TW' })).sheets)).toMatchObject([{ id: sheetId }]);
    expect((await fees.get(agency(), sheetId)).versions).toMatchObject([{ workerPays: 46_000_000 }, { workerPays: 40_000_000 }]);
  });

  it('finds the sheets of an agency by the occupation however it is written, by one index', async () => {
    await db.sql(
      `insert into fee_sheet (id, agency_id, market, occupation, valid_from, months, monthly_wage, lines, worker_pays, request_id)
       select gen_random_uuid(), $1, 'M' || n % 50, ' Nghề ' || n % 1000 || ' ', '2026-01-01'::date + n, 36, 22000000, '[]', 0, 'index-' || n from generate_series(1, 5000) n`,
      [agency().organisationId],
    );
    await db.sql(`analyze fee_sheet`);
    const plan = (read: (tx: Tx) => Promise<unknown>) =>
      db.api.run(agency(), async (tx) => {
        const lines: string[] = [];
        const query = async (sql: string, parameters?: unknown[]) => {
          lines.push(...(await tx.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, parameters)).map((row) => row['QUERY PLAN']));
          return [];
        };
        await read(Object.assign(Object.create(tx) as Tx, { query }));
        return lines.join('\n');
      });
    const [sheet] = await db.sql<{ id: string }>(`select id from fee_sheet where market = 'M7' order by id limit 1`);
    expect(await plan((tx) => FeeSheetRows.versionsOf(tx, sheet!.id))).toMatch(/fee_sheet_newest[\s\S]*Index Cond:[^\n]*lower\(btrim/);
  });
});
