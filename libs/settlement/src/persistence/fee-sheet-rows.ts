import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

export interface FeeSheetLine {
  readonly item: string;
  readonly payer: 'WORKER' | 'AGENCY' | 'FOREIGN' | 'BUDGET';
  /** đồng. */
  readonly amount: number;
  readonly when?: string;
  readonly refundable?: boolean;
}

export interface FeeSheet {
  readonly id: string;
  readonly agencyName: string;
  readonly market: string;
  readonly occupation: string;
  /** Code of `fee.service.jobs`; null: work without a fee of its own. */
  readonly job: string | null;
  readonly validFrom: LocalDate;
  readonly months: number;
  readonly monthlyWage: number;
  readonly lines: readonly FeeSheetLine[];
  readonly workerPays: number;
  readonly publishedAt: Date;
}

export type SheetInForce = Pick<FeeSheet, 'job' | 'months' | 'monthlyWage' | 'lines'>;

/** A rule that a sheet was held against when it was published. */
export interface SheetRule {
  readonly sheetId: string;
  readonly key: string;
  readonly value: unknown;
  readonly basis: string;
  readonly certain: boolean;
}

const COLUMNS = `f.id, o.name as "agencyName", f.market, f.occupation, f.job, f.valid_from as "validFrom", f.months,
  f.monthly_wage as "monthlyWage", f.lines, f.worker_pays as "workerPays", f.recorded_at as "publishedAt"`;

export const FeeSheetRows = {
  async today(tx: Tx): Promise<LocalDate> {
    return (await tx.query<{ today: LocalDate }>(`select business_day() as today`))[0]!.today;
  },

  async insert(
    tx: Tx,
    sheet: Omit<FeeSheet, 'agencyName' | 'publishedAt'> & { agencyId: string; requestId: string; ruleIds: readonly number[] },
  ): Promise<void> {
    await tx.execute(
      `insert into fee_sheet (id, agency_id, market, occupation, valid_from, months, monthly_wage, lines, worker_pays, policy_rule_ids, request_id, account_id, job)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (agency_id, request_id) do nothing`,
      [
        sheet.id,
        sheet.agencyId,
        sheet.market,
        sheet.occupation,
        sheet.validFrom,
        sheet.months,
        sheet.monthlyWage,
        JSON.stringify(sheet.lines),
        sheet.workerPays,
        sheet.ruleIds,
        sheet.requestId,
        tx.actor.accountId,
        sheet.job,
      ],
    );
  },

  /** The sheet in force on a day: of the occupation of the contract, or the only one there is for its market. */
  async inForce(
    tx: Tx,
    { agencyId, market, occupation }: { agencyId: string | null; market: string | null; occupation: string | null },
    day: LocalDate,
  ): Promise<SheetInForce | undefined> {
    if (!agencyId || !market) return undefined;
    const sheets = await tx.query<SheetInForce & { same: boolean | null }>(
      `select distinct on (lower(btrim(occupation))) job, months, monthly_wage as "monthlyWage", lines, lower(btrim(occupation)) = lower(btrim($4::text)) as same from fee_sheet
        where agency_id = $1 and market = $2 and valid_from <= $3 order by lower(btrim(occupation)), valid_from desc, recorded_at desc`,
      [agencyId, market, day, occupation],
    );
    return sheets.find(({ same }) => same) ?? (sheets.length === 1 ? sheets[0] : undefined);
  },

  /** The newest sheet of each occupation and agency that may send people today, cheapest for the worker first. */
  async newest(tx: Tx, market: string | null): Promise<FeeSheet[]> {
    return tx.query<FeeSheet & Record<string, unknown>>(
      `select * from (select distinct on (f.agency_id, f.market, lower(btrim(f.occupation))) ${COLUMNS} from fee_sheet f join organisation o on o.id = f.agency_id
          where f.valid_from <= business_day()
            and exists (select from agency_licence l where l.organisation_id = f.agency_id and l.state = 'valid' and l.valid @> business_day()) and ($1::text is null or f.market = $1) order by f.agency_id, f.market, lower(btrim(f.occupation)), f.valid_from desc, f.recorded_at desc) x
        order by "workerPays", "agencyName" limit 200`,
      [market],
    );
  },

  /** The last sheet of each agency, market and occupation, also one for a day to come, the last published first. */
  async latest(
    tx: Tx,
    { market, agencyId, after, limit }: { market: string | null; agencyId: string | null; after: string | null; limit: number },
  ): Promise<FeeSheet[]> {
    return tx.query<FeeSheet & Record<string, unknown>>(
      `select * from (select distinct on (f.agency_id, f.market, lower(btrim(f.occupation))) ${COLUMNS} from fee_sheet f join organisation o on o.id = f.agency_id
          where ($1::text is null or f.market = $1) and ($2::uuid is null or f.agency_id = $2)
          order by f.agency_id, f.market, lower(btrim(f.occupation)), f.valid_from desc, f.recorded_at desc) x
        where $3::uuid is null or ("publishedAt", id) < (select recorded_at, id from fee_sheet where id = $3)
        order by "publishedAt" desc, id desc limit $4`,
      [market, agencyId, after, limit],
    );
  },

  /** The sheet and its sisters of the same agency, market and occupation, the newest first. */
  async versionsOf(tx: Tx, id: string): Promise<FeeSheet[]> {
    return tx.query<FeeSheet & Record<string, unknown>>(
      `select ${COLUMNS} from fee_sheet s join fee_sheet f on f.agency_id = s.agency_id and f.market = s.market and lower(btrim(f.occupation)) = lower(btrim(s.occupation))
         join organisation o on o.id = f.agency_id where s.id = $1 order by f.valid_from desc, f.recorded_at desc limit 100`,
      [id],
    );
  },

  async rulesOf(tx: Tx, sheetIds: readonly string[]): Promise<SheetRule[]> {
    return tx.query<SheetRule & Record<string, unknown>>(
      `select f.id as "sheetId", p.key, p.value, p.basis, p.certain from fee_sheet f join policy_rule p on p.id = any (f.policy_rule_ids) where f.id = any ($1::uuid[])`,
      [sheetIds],
    );
  },
};
