import { AddToDigest, DeliverNotices, NOTICE_SQL, ReleaseHeld } from '@app/notices';
import { type AppConfig, Mailer } from '@app/platform';
import { SeedPolicies } from '@app/policy';
import { systemActor } from '@app/kernel';
import { createTestDatabase, type TestDatabase } from './test-database';

export interface NoticeFixture {
  db: TestDatabase;
  deliver: DeliverNotices;
  digest: AddToDigest;
  release: ReleaseHeld;
  /** Another mailer on the same rows, e.g. after a "restart". */
  mailer(url: string, deadlineMs?: number): DeliverNotices;
  close(): Promise<void>;
}

export const CASE_ID = '00000000-0000-7000-8000-00000000000a';

/** Communes 12001… with an address each (the last without), centre and department of province 12, policies in force. */
export async function createNoticeFixture(
  smtpUrl: string,
  options: { communes?: number; deadlineMs?: number } = {},
): Promise<NoticeFixture> {
  const db = await createTestDatabase({ today: '2026-11-24' });
  await new SeedPolicies(db.jobs).run();
  const communes = options.communes ?? 3;
  await db.sql(
    `insert into organisation (id, kind, key, name, name_key, province_code, commune_code, email)
     select gen_random_uuid(), 'commune_peoples_committee', 'xa-' || n, 'UBND xã Bản ' || n, 'ubnd xa ban', '12', (12000 + n)::text,
       case when n < $1::int then 'xa-' || n || '@test.invalid' end from generate_series(1, $1::int) n
     union all select gen_random_uuid(), 'employment_service_centre', 'esc', 'Trung tâm DVVL', 'ttdvvl', '12', null, 'esc@test.invalid'
     union all select gen_random_uuid(), 'department_of_home_affairs', 'so', 'Sở Nội vụ', 'so', '12', null, 'so@test.invalid'`,
    [communes],
  );
  const mailers: Mailer[] = [];
  const open = (url: string, deadlineMs?: number) => {
    const mailer = new Mailer({ url, from: 'Bến Về <no-reply@benve.test>', deadlineMs });
    mailers.push(mailer);
    return new DeliverNotices(db.jobs, mailer, { PUBLIC_URL: 'http://localhost:3000' } as AppConfig);
  };
  return {
    db,
    deliver: open(smtpUrl, options.deadlineMs),
    digest: new AddToDigest(),
    release: new ReleaseHeld(db.jobs),
    mailer: open,
    close: async () => {
      for (const mailer of mailers) mailer.close();
      await db.close();
    },
  };
}

/** Owes a digest with one item to each addressee, as a sweep would; returns the notice ids. */
export async function owe(
  db: TestDatabase,
  addressees: readonly string[],
  more: { caseCode?: string; kind?: string; ref?: number } = {},
): Promise<number[]> {
  return db.jobs.run(systemActor('test'), async (tx) => {
    const rows = await tx.query<{ id: number }>(
      `with told as (select a as addressee, 'digest' as notice_kind, '12' as province_code,
         case when a like 'COMMUNE:%' then split_part(a, ':', 2) end as commune_code, null::uuid as organisation_id, $2::text as item_kind, $4::bigint as ref_id,
         '${CASE_ID}'::uuid as case_id, $3::text as case_code, '2026-12-01'::date as due_on, false as verifying, null::uuid as batch_id from unnest($1::text[]) a),
       ${NOTICE_SQL.owe('told')} select id from notice_opened order by id`,
      [addressees, more.kind ?? 'EXPIRY_30', more.caseCode ?? 'A2B3C4D5E6', more.ref ?? 1],
    );
    return rows.map((row) => row.id);
  });
}
