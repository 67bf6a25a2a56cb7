import { randomBytes } from 'node:crypto';
import { createDataSource } from '@app/platform';
import { MIGRATIONS } from '@migrations';
import { Client } from 'pg';
import { createTestDatabase, onServer } from '../../support/test-database';

const SERVER = process.env.TEST_POSTGRES_URL!;
/** The last change of the schema before alerts followed their case and cases carried a name. */
const OLD = MIGRATIONS.findIndex(({ name }) => name === 'SeeWork20261128010000');
const [WORKER, CASE] = ['01000000-0000-7000-8000-000000000001', '01000000-0000-7000-8000-000000000002'];

describe('changes of the schema over rows that stand there', () => {
  const name = `benve_old_${randomBytes(4).toString('hex')}`;
  let owner: string;
  let superuser: Client;
  beforeAll(async () => {
    // The roles and their passwords are made with the first database of the run.
    const made = await createTestDatabase();
    owner = made.urls.owner.replace(made.name, name);
    await made.close();
    await onServer(SERVER, (db) => db.query(`create database ${name} owner benve_owner`));
    const url = new URL(SERVER);
    url.pathname = `/${name}`;
    superuser = new Client({ connectionString: url.href });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await onServer(SERVER, (db) => db.query(`drop database ${name} with (force)`));
  });

  const migrate = async (migrations: typeof MIGRATIONS) => {
    const source = await createDataSource({ url: owner, name: 'old-rows', migrations }).initialize();
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
  };

  it('reach them, though row security binds the owner', async () => {
    await migrate(MIGRATIONS.slice(0, OLD));
    await superuser.query(
      `insert into worker (id, province_code, full_name, name_key, sort_key) values ($1, '12', 'Vàng A Sử', 'vang a su', 'x')`,
      [WORKER],
    );
    await superuser.query(
      `insert into case_file (id, code, worker_id, province_code, stage, opened_from) values ($1, 'BE23456789', $2, '12', 'ABROAD', 'desk')`,
      [CASE, WORKER],
    );
    await superuser.query(
      `insert into alert (case_id, province_code, rule, family, rung, target_date, due_on, raised_on, owner) values ($1, '15', 'EXPIRY_90', 'EXPIRY', 1, '2027-01-01', '2026-11-01', '2026-11-01', 'centre')`,
      [CASE],
    );
    await migrate(MIGRATIONS);
    const { rows } = await superuser.query(
      `select a.province_code as province, c.name_order <> '' and c.name_order = w.sort_key as named
         from alert a join case_file c on c.id = a.case_id join worker w on w.id = c.worker_id`,
    );
    expect(rows).toEqual([{ province: '12', named: true }]);
    const walls = await superuser.query(
      `select relname from pg_class where relname in ('alert', 'case_file', 'worker', 'refund') and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(walls.rows).toEqual([]);
  });
});
