import type { MigrationInterface, QueryRunner } from 'typeorm';
import { byTenant } from './row-security';

const seen = byTenant({ province: 'c.province_code', commune: 'c.commune_code', agency: 'c.agency_id' });

/** Whoever answers for the worker when a contract is settled has to know what of the escrow the agency still holds; a commune reads neither escrows nor receipts. */
export class HoldEscrowsAtSettlement20261220000000 implements MigrationInterface {
  name = 'HoldEscrowsAtSettlement20261220000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function agency_escrow_held(one uuid) returns bigint
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $fn$
        select coalesce((select e.balance from escrow e where e.case_id = c.id and e.kind = 'AGENCY'), 0)
             + greatest(0, coalesce((select sum(f.amount) from fee_receipt f where f.case_id = c.id and f.item = 'ESCROW'), 0)
                         - coalesce((select sum(n.held) from escrow e join escrow_entry n on n.escrow_id = e.id where e.case_id = c.id and e.kind = 'AGENCY' and n.deed = 'DEPOSIT'), 0))::bigint
          from case_file c where c.id = one and ${seen} $fn$;
      comment on function agency_escrow_held(uuid) is 'đồng of a worker that the agency of the case holds as escrow: what is in the account, and what was taken by receipt and never paid into it. Told to province, commune and agency of the case.';
      revoke all on function agency_escrow_held(uuid) from public;
      grant execute on function agency_escrow_held(uuid) to benve_api;
      grant create on schema public to benve_resolver;
      alter function agency_escrow_held(uuid) owner to benve_resolver;
      revoke create on schema public from benve_resolver;
      grant select (id, kind, balance) on escrow to benve_resolver;
      grant select (escrow_id, deed, held) on escrow_entry to benve_resolver;
      grant select (case_id, item, amount) on fee_receipt to benve_resolver;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function agency_escrow_held(uuid);
      revoke select (case_id, item, amount) on fee_receipt from benve_resolver;
      revoke select (escrow_id, deed, held) on escrow_entry from benve_resolver;
      revoke select (id, kind, balance) on escrow from benve_resolver;`);
  }
}
