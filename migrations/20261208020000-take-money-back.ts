import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unforced } from './row-security';

/** What was written wrongly around a contract can be taken back; a case has one refund at a time. */
export class TakeMoneyBack20261208020000 implements MigrationInterface {
  name = 'TakeMoneyBack20261208020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table refund_payment drop constraint refund_payment_amount_check, add constraint refund_payment_amount_check check (amount <> 0),
        add column reverses_id bigint references refund_payment constraint refund_payment_reversed_once unique, add column note text;
      comment on column refund_payment.reverses_id is 'The payment this one takes back, with the other sign.';
      alter table escrow_entry add column reverses_id bigint references escrow_entry constraint escrow_entry_reversed_once unique;
      comment on column escrow_entry.reverses_id is 'The entry this one takes back, with the other signs.';
      alter table escrow drop constraint escrow_state_check, add constraint escrow_state_check check (state in ('DUE', 'PAID', 'RETURNED', 'FORFEITED', 'USED'));
      comment on column escrow.state is 'PAID while money is held; without any, what became of it: returned, to the budget, used against damage. Projection of escrow_entry.';
      alter table refund drop constraint refund_once_unique, add column withdrawn_at timestamptz, add column withdrawn_why text;
      comment on column refund.withdrawn_at is 'Worked out wrongly and taken back, never paid; another may take its place.';
      ${unforced(
        ['refund'],
        `update refund r set withdrawn_at = now(), withdrawn_why = 'Mỗi hồ sơ chỉ còn một khoản hoàn trả' where paid = 0
           and exists (select from refund o where o.case_id = r.case_id and o.id <> r.id and (o.paid > 0 or (o.recorded_at, o.id) > (r.recorded_at, r.id)));`,
      )}
      create unique index refund_once_unique on refund (case_id) where withdrawn_at is null;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index refund_once_unique;
      delete from refund where withdrawn_at is not null;
      alter table refund drop column withdrawn_at, drop column withdrawn_why, add constraint refund_once_unique unique (case_id, kind);
      update escrow set state = 'RETURNED' where state = 'USED';
      comment on column escrow.state is null;
      alter table escrow drop constraint escrow_state_check, add constraint escrow_state_check check (state in ('DUE', 'PAID', 'RETURNED', 'FORFEITED'));
      alter table escrow_entry drop column reverses_id;
      alter table refund_payment drop column reverses_id, drop column note, drop constraint refund_payment_amount_check,
        add constraint refund_payment_amount_check check (amount > 0) not valid;`);
  }
}
