import type { MigrationInterface, QueryRunner } from 'typeorm';

const scope = `(select current_setting('benve.scope', true))`;
const WAITING = `('REGISTERED', 'COUNSELLED', 'SOURCED')`;

/** Offers of a person end with the person's choice; an agency answers offers and makes none. */
export class EndProposals20261207020000 implements MigrationInterface {
  name = 'EndProposals20261207020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function case_ends_proposals() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        update public.order_proposal p set state = 'withdrawn', profile = '{}', answered_at = now()
         where p.case_id = new.id and p.state = 'proposed' and (new.stage not in ${WAITING} or p.agency_id is distinct from new.agency_id);
        return null;
      end $$;
      comment on function case_ends_proposals() is 'Who has gone to an agency, is selected or has withdrawn is offered to nobody any more, and no agency keeps a profile of the person.';
      create trigger case_ends_proposals after update of stage, agency_id on case_file for each row
        when (old.stage in ${WAITING} and (new.stage not in ${WAITING} or new.agency_id is not null and new.agency_id is distinct from old.agency_id))
        execute function case_ends_proposals();
      revoke all on function case_ends_proposals() from public;
      grant create on schema public to benve_resolver;
      grant update (state, profile, answered_at) on order_proposal to benve_resolver;
      alter function case_ends_proposals() owner to benve_resolver;
      revoke create on schema public from benve_resolver;

      create policy order_proposal_offer on order_proposal as restrictive for insert to benve_api with check (${scope} <> 'agency');
      create policy order_proposal_answer on order_proposal as restrictive for update to benve_api using (true) with check (${scope} <> 'agency' or state <> 'proposed');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop policy order_proposal_answer on order_proposal;
      drop policy order_proposal_offer on order_proposal;
      drop trigger case_ends_proposals on case_file;
      drop function case_ends_proposals();
      revoke update (state, profile, answered_at) on order_proposal from benve_resolver;`);
  }
}
