import type { MigrationInterface, QueryRunner } from 'typeorm';

const opened = (signature: string, returns: string, body: string, says: string): string => `
  create function ${signature} returns table (${returns}) language sql stable security definer set search_path = pg_catalog, pg_temp as $$ ${body} $$;
  comment on function ${signature} is '${says}';
  revoke all on function ${signature} from public;
  grant execute on function ${signature} to benve_api;
  alter function ${signature} owner to benve_resolver;`;

/** What anybody may know of work that is offered: openings of local firms and approved orders of those who may send people today. No person, no name to ring but the office's. */
export class ShowOpenWork20261221000000 implements MigrationInterface {
  name = 'ShowOpenWork20261221000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      grant create on schema public to benve_resolver;
      grant select (id, province_code, organisation_id, firm, occupation, commune_code, place, places, taken, wage_from, wage_to, language, until, state) on job_opening to benve_resolver;
      grant select (agency_id, code, province_code, market, title, closes_on, terms) on job_order to benve_resolver;
      grant select (organisation_id, valid, state) on agency_licence to benve_resolver;
      grant select (agency_id, province_code, valid) on recruitment_permission to benve_resolver;
      ${opened(
        'public_openings(province text)',
        `id uuid, province_code text, firm text, occupation text, commune_code text, place text, free int, wage_from bigint, wage_to bigint, language text, until date, office text, phone text`,
        `select o.id, o.province_code, o.firm, o.occupation, o.commune_code, o.place, o.places - o.taken, o.wage_from, o.wage_to, o.language, o.until, g.name, g.phone
           from public.job_opening o join public.organisation g on g.id = o.organisation_id
          where o.state = 'open' and o.until >= public.business_day() and o.taken < o.places and (province is null or o.province_code = province)`,
        'Openings with a free place today, as anybody may read them: without whom the firm named to be rung and without remarks.',
      )}
      ${opened(
        'public_orders(province text)',
        `id uuid, code text, agency text, province_code text, market text, title text, closes_on date, free int, terms jsonb`,
        `select o.id, o.code, g.name, o.province_code, o.market, o.title, o.closes_on, (o.places - coalesce(n.passed, 0))::int, o.terms
           from public.job_order o join public.organisation g on g.id = o.agency_id
           left join lateral public.order_counts(array[o.id]) n on true
          where o.state = 'approved' and (o.closes_on is null or o.closes_on >= public.business_day()) and (province is null or o.province_code = province)
            and o.places > coalesce(n.passed, 0) and g.active
            and (g.kind <> 'sending_agency'
              or exists (select from public.agency_licence l where l.organisation_id = g.id and l.state = 'valid' and l.valid @> public.business_day())
                and exists (select from public.recruitment_permission p where p.agency_id = g.id and p.province_code = o.province_code and p.valid @> public.business_day()))`,
        'Approved orders that take people today, of senders who may recruit in the province today.',
      )}
      revoke create on schema public from benve_resolver;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function public_openings(text), public_orders(text);
      revoke select (id, province_code, organisation_id, firm, occupation, commune_code, place, places, taken, wage_from, wage_to, language, until, state) on job_opening from benve_resolver;
      revoke select (agency_id, code, province_code, market, title, closes_on, terms) on job_order from benve_resolver;
      revoke select (organisation_id, valid, state) on agency_licence from benve_resolver;
      revoke select (agency_id, province_code, valid) on recruitment_permission from benve_resolver;`);
  }
}
