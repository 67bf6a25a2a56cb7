import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A death is a reason of its own for a refund: pro rata, without asking for a fault. */
export class RefundDeaths20261211010000 implements MigrationInterface {
  name = 'RefundDeaths20261211010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `alter table refund drop constraint refund_kind_check, add constraint refund_kind_check check (kind in ('EARLY_RETURN', 'DEATH', 'NOT_SENT', 'WITHDRAWAL'))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `alter table refund drop constraint refund_kind_check, add constraint refund_kind_check check (kind in ('EARLY_RETURN', 'NOT_SENT', 'WITHDRAWAL')) not valid`,
    );
  }
}
