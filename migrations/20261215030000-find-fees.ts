import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets are looked for by the occupation however it is written: so is their index. */
export class FindFees20261215030000 implements MigrationInterface {
  name = 'FindFees20261215030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index fee_sheet_newest;
      create index fee_sheet_newest on fee_sheet (market, agency_id, lower(btrim(occupation)), valid_from desc, recorded_at desc);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index fee_sheet_newest;
      create index fee_sheet_newest on fee_sheet (market, agency_id, occupation, valid_from desc);`);
  }
}
