import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, byParent, protect, unforced } from './row-security';

const scope = `(select current_setting('benve.scope', true))`;
const byCase = byParent('case_file', 'case_id');
const SECRETS = `'LOAN_DECISION', 'INSTALMENT', 'EPS_ESCROW_35'`;
const alertWall = (others: string) => `alter policy alert_api on alert using (${others}) with check (${others});`;
const inProvince = `when 'province' then province_code = (select current_setting('benve.province', true))`;

/** Clocks of money come to the ladder of alerts; the duties that stood for them end. */
export class ClockMoney20261216020000 implements MigrationInterface {
  name = 'ClockMoney20261216020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table case_clock (
        case_id uuid not null references case_file on delete cascade,
        family text not null,
        target_date date not null,
        learnt_on date not null default business_day(),
        running boolean not null default true,
        tx_id xid8 not null default pg_current_xact_id(),
        primary key (case_id, family, target_date)
      );
      comment on table case_clock is 'A date somebody must have kept, told to the case by whoever keeps the books (loans, settlements). running: its reason stands; learnt_on: when it was first told; tx_id: when it began or ended last, for the sweep.';
      create index case_clock_due on case_clock (family, target_date) include (case_id, learnt_on) where running;
      create index case_clock_touched on case_clock (tx_id);
      ${protect('case_clock', `${byCase} and ${scope} = 'province'`)}
      ${allow('case_clock', { api: 'select', jobs: 'select, insert, update, delete' })}

      ${alertWall(`case ${scope} ${inProvince} when 'bank' then ${byCase} else ${byCase} and family not in (${SECRETS}) end`)}
      ${unforced(
        ['desk_task'],
        `update desk_task set state = 'cancelled', closed_at = now(), closed_on = business_day()
          where state = 'open' and kind in ('LOAN_DECISION', 'LOAN_INSTALMENT', 'LOAN_LATE', 'LIQUIDATION_DUE', 'ESCROW_DUE', 'REFUND_DUE');`,
      )}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`${alertWall(`case ${scope} ${inProvince} else ${byCase} end`)} drop table case_clock;`);
  }
}
