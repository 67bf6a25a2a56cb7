import type { MigrationInterface, QueryRunner } from 'typeorm';
import { counting, ELIGIBILITY_FUNCTIONS } from './recruiting-functions';

/** A confirmation stands as long as no correction has withdrawn it, wherever the person is by now. */
const CONFIRMED = (row: string) => `exists (select from public.case_event e where e.case_id = ${row}.id and e.kind = 'OVERSTAY_CONFIRMED'
  and not exists (select from public.case_event n where n.case_id = e.case_id and n.corrects_id = e.id and n.detail->>'withdrawn' = 'true'))`;

/** Confirmed, and nobody has seen the person come back or find lawful stay: losing or finding contact changes nothing. */
const STAYS_ON = (row: string) =>
  `(${row}.stage = 'OVERSTAYING' or ${row}.stage in ('ABROAD', 'ABSCONDED', 'MISSING') and ${CONFIRMED(row)})`;

const RECORD = `
  with asked as (select distinct unnest(workers) as id),
  cases as (
    select c.worker_id, array_agg(distinct c.market) filter (where c.market is not null and (c.stage = 'OVERSTAYING' or c.return_type = 'VOLUNTARY_AFTER_OVERSTAY'
        or c.departed_on is not null and ${CONFIRMED('c')})) as markets,
      bool_or(c.stage in ('ABROAD', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING', 'MISSING')) as away
    from asked a join public.case_file c on c.worker_id = a.id group by c.worker_id),
  kin as (
    select r.worker_id, count(*)::int as relatives, array_agg(distinct r.kin) filter (where r.citizen_id_index is null) as unnumbered,
      array_agg(distinct r.kin) filter (where exists (select from public.worker k join public.case_file o on o.worker_id = k.id
        where k.citizen_id_index = r.citizen_id_index and o.market = host and ${STAYS_ON('o')})) as kin
    from asked a join public.worker_relative r on r.worker_id = a.id group by r.worker_id)
  select a.id, c.markets, coalesce(c.away, false), coalesce(k.relatives, 0), k.unnumbered, k.kin
    from asked a left join cases c on c.worker_id = a.id left join kin k on k.worker_id = a.id`;

/** A whole market is counted: who is confirmed is gathered once, instead of asking for each person who is there. */
const MEASURED = `
  with confirmed as materialized (select e.case_id from public.case_event e where e.kind = 'OVERSTAY_CONFIRMED'
    and not exists (select from public.case_event n where n.case_id = e.case_id and n.corrects_id = e.id and n.detail->>'withdrawn' = 'true') group by e.case_id),
  there as (
    select c.commune_code, c.stage = 'OVERSTAYING' or c.stage <> 'LAWFUL_STAY' and k.case_id is not null as stays
      from public.case_file c left join confirmed k on k.case_id = c.id
     where c.market = host and c.commune_code is not null and c.stage in ('ABROAD', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING', 'MISSING'))
  select commune_code, count(*) filter (where stays)::int, count(*)::int from there group by commune_code having count(*) filter (where stays) >= count_from`;

/** Who overstayed is told by the confirmation and not by where the case stands now; a relative without a number is told to be one. */
export class JudgeByEvents20261207010000 implements MigrationInterface {
  name = 'JudgeByEvents20261207010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index case_event_confirmed on case_event (case_id) where kind = 'OVERSTAY_CONFIRMED';
      grant create on schema public to benve_resolver;
      grant select (id, case_id, kind, corrects_id, detail) on case_event to benve_resolver;
      drop function eligibility_record(uuid[], text), measured_localities(text, int);
      ${counting(
        'eligibility_record(workers uuid[], host text)',
        'table (worker_id uuid, overstayed text[], away boolean, relatives int, unnumbered text[], kin text[])',
        RECORD,
      )}
      ${counting('measured_localities(host text, count_from int)', 'table (commune_code text, overstaying int, there int)', MEASURED)}
      revoke create on schema public from benve_resolver;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function eligibility_record(uuid[], text), measured_localities(text, int);
      ${ELIGIBILITY_FUNCTIONS}
      revoke select (id, case_id, kind, corrects_id, detail) on case_event from benve_resolver;
      drop index case_event_confirmed;`);
  }
}
