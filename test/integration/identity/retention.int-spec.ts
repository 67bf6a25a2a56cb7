import { ForgetDocuments } from '@app/documents';
import { ForgetFiles } from '@app/papers';
import { FolderStore, Reconciler } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { createLog } from '@app/platform';
import { RetentionProcessor } from '../../../apps/jobs/src/processors/retention.processor';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('retention', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase({ today: '2026-11-22' });
    await new SeedPolicies(db.jobs).run();
    await db.sql(
      `insert into organisation (id, kind, key, name, name_key) values ('00000000-0000-4000-8000-00000000000a', 'sending_agency', 'A', 'Công ty A', 'cong ty a')`,
    );
    await db.sql(
      `insert into account (id, organisation_id, login, role, display_name, state) values ('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-00000000000a', 'a', 'agency_clerk', 'A', 'active')`,
    );
  });
  afterAll(() => db.close());

  const ago = (days: number) => `now() - interval '${days} days'`;
  const account = `'00000000-0000-4000-8000-00000000000b'`;
  const run = () =>
    new RetentionProcessor(
      db.jobs,
      new Reconciler(db.jobs, [], createLog('test')),
      new ForgetFiles(db.jobs, new FolderStore('.data/none')),
      new ForgetDocuments(db.jobs, new FolderStore('.data/none')),
    ).process();
  const left = async (table: string, column: string, order = 'created_at') =>
    (await db.sql<{ v: unknown }>(`select ${column} as v from ${table} order by ${order}`)).map((row) => row.v);

  it('forgets by the days of the policy rows, keeps what is younger, tells the counts once, and finds nothing the second time', async () => {
    await db.sql(
      `insert into idempotency_key (account_id, key, route, request_hash, created_at) values (${account}, 'old', 'x', 'x', ${ago(8)}), (${account}, 'young', 'x', 'x', ${ago(6)})`,
    );
    for (const [table, hash] of [
      ['login_attempt', 'login_hash'],
      ['lookup_attempt', 'code_hash'],
    ])
      await db.sql(`insert into ${table} (${hash}, address, at) values ('x', 'old', ${ago(31)}), ('x', 'young', ${ago(29)})`);
    await db.sql(`insert into session (id, token_hash, account_id, created_at, expires_at, revoked_at) values
      (gen_random_uuid(), 'expired long ago', ${account}, ${ago(20)}, ${ago(8)}, null), (gen_random_uuid(), 'revoked long ago', ${account}, ${ago(19)}, now() + interval '1 day', ${ago(8)}),
      (gen_random_uuid(), 'expired lately', ${account}, ${ago(18)}, ${ago(6)}, null), (gen_random_uuid(), 'live', ${account}, ${ago(17)}, now() + interval '1 hour', null)`);
    await db.sql(`insert into one_time_link (id, account_id, purpose, token_hash, created_at, expires_at, used_at) values
      (gen_random_uuid(), ${account}, 'set_password', 'used', ${ago(20)}, now() + interval '1 day', ${ago(8)}), (gen_random_uuid(), ${account}, 'set_password', 'expired', ${ago(19)}, ${ago(9)}, null),
      (gen_random_uuid(), ${account}, 'set_password', 'open', ${ago(1)}, now() + interval '1 day', null)`);
    await db.sql(`insert into import_batch (id, kind, organisation_id, account_id, province_code, file_name, sha256, file_cipher, state, counts, created_at)
      select gen_random_uuid(), 'register', '00000000-0000-4000-8000-00000000000a', ${account}, '12', name, 'x', 'sealed', 'imported', '{"created": 3}', created from (values ('old', ${ago(31)}), ('young', ${ago(29)})) v (name, created)`);
    await db.sql(`insert into import_task (id, request_id, kind, dry_run, organisation_id, account_id, login, province_code, file_name, created_at)
      select gen_random_uuid(), name, 'register', true, '00000000-0000-4000-8000-00000000000a', ${account}, 'x', '12', name, created from (values ('old', ${ago(31)}), ('young', ${ago(29)})) v (name, created)`);
    await db.sql(
      `insert into outbox (topic, done_at, enqueued_at) values ('old', ${ago(8)}, ${ago(8)}), ('young', ${ago(6)}, ${ago(6)}), ('waiting', null, null)`,
    );

    await db.sql(`insert into official_document (id, kind, organisation_id, login, state, request_id, requested_at) select gen_random_uuid(), 'REFERRAL',
      '00000000-0000-4000-8000-00000000000a', 'x', 'done', name, asked from (values ('old', ${ago(31)}), ('young', ${ago(29)})) v (name, asked)`);

    await run();
    await run();
    expect(await left('official_document', 'request_id', 'requested_at')).toEqual(['young']);
    expect(await left('idempotency_key', 'key')).toEqual(['young']);
    expect(await left('login_attempt', 'address', 'at')).toEqual(['young']);
    expect(await left('lookup_attempt', 'address', 'at')).toEqual(['young']);
    expect(await left('session', `convert_from(token_hash, 'utf8')`)).toEqual(['expired lately', 'live']);
    expect(await left('one_time_link', `convert_from(token_hash, 'utf8')`)).toEqual(['open']);
    expect(await left('import_batch', `array[file_name, (file_cipher is null)::text, counts->>'created']`)).toEqual([
      ['old', 'true', '3'],
      ['young', 'false', '3'],
    ]);
    expect(await left('import_task', 'file_name')).toEqual(['young']);
    expect(await left('outbox', 'topic', 'id')).toEqual(['young', 'waiting']);
    expect(await db.sql(`select action, detail from audit_entry where action = 'platform.forget'`)).toEqual([
      {
        action: 'platform.forget',
        detail: {
          messages: 1,
          answers: 1,
          loginAttempts: 1,
          lookups: 1,
          sessions: 2,
          links: 2,
          files: 1,
          tasks: 1,
          scans: 0,
          documents: 1,
          webhooks: 0,
        },
      },
    ]);
  });

  it('follows a changed policy row', async () => {
    await db.sql(`update policy_rule set value = value || '{"importFileDays": 28}' where key = 'retention.periods'`);
    await run();
    expect(await left('import_batch', 'file_cipher')).toEqual([null, null]);
  });
});
