import { id } from './tenant-ids';
import type { TestDatabase } from './test-database';

/** A fair and an opening of the province, with the person on both lists, and what was said on coming home. */
export async function insertPlacement(
  sql: TestDatabase['sql'],
  { n, workerId, commune, canary }: { n: number; workerId: string; commune: string; canary: string },
): Promise<void> {
  const province = commune.slice(0, 2);
  const [fair, opening, centre] = [id('fair', province), id('opening', province), id('org', `TT-${province}`)];
  await sql(
    `insert into job_fair (id, province_code, organisation_id, title, held_on, starts_at, place, sign_up_until, seats, request_id)
     values ($1, $2, $3, 'Phiên ' || $2, '2026-12-05', '08:00', 'Hội trường', '2026-12-03', 100, 'fixture-fair-' || $2) on conflict do nothing`,
    [fair, province, centre],
  );
  await sql(
    `insert into job_opening (id, province_code, organisation_id, firm, occupation, place, places, wage_from, until, request_id)
     values ($1, $2, $3, 'Cơ khí ' || $2, 'Thợ hàn', 'Khu công nghiệp', 100, 8000000, '2026-12-31', 'fixture-opening-' || $2) on conflict do nothing`,
    [opening, province, centre],
  );
  await sql(
    `insert into job_opening_version (opening_id, terms, request_id) select id, jsonb_build_object('firm', firm, 'occupation', occupation, 'communeCode', commune_code, 'place', place, 'places', places, 'wageFrom', wage_from, 'wageTo', wage_to,
         'language', language, 'until', until, 'contact', contact, 'note', note), 'fixture-version-' || $2 from job_opening where id = $1 on conflict do nothing`,
    [opening, province],
  );
  await sql(`insert into fair_seat (fair_id, worker_id, commune_code) values ($1, $2, $3)`, [fair, workerId, commune]);
  await sql(
    `insert into return_profile (id, worker_id, recorded_on, occupation, wish, note, request_id) values ($1, $2, '2026-11-01', 'Hàn', 'LOCAL_JOB', $3, $4)`,
    [id('profile', n), workerId, `nói ${canary}`, `fixture-profile-${n}`],
  );
  await sql(
    `insert into job_referral (id, opening_id, worker_id, referred_on, note, request_id) values ($1, $2, $3, '2026-11-02', $4, $5)`,
    [id('referral', n), opening, workerId, `hẹn ${canary}`, `fixture-referral-${n}`],
  );
}
