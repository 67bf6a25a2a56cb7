import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { ReportLine } from '../domain/report-figures';
import type { ReportPeriod } from '../domain/report-period';
import type { ReportState } from '../domain/report-state';

/** One version of one unit's report. `communeCode` '': the whole province. */
export interface ReportVersion {
  readonly id: string;
  readonly province: string;
  readonly communeCode: string;
  readonly month: LocalDate;
  readonly version: number;
  readonly state: ReportState;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly dueOn: LocalDate;
  readonly takenAt: Date;
  readonly sentOn: LocalDate;
  readonly late: boolean;
  readonly target: number | null;
  readonly remark: string;
  readonly decisionNote: string | null;
  readonly organisationId: string;
}

export interface NewReport {
  readonly id: string;
  readonly province: string;
  readonly communeCode: string;
  readonly version: number;
  readonly period: ReportPeriod;
  readonly ruleIds: string;
  readonly target: number | null;
  readonly remark: string;
  readonly requestId: string;
}

/** In time is who sent the first version in time; what came back and waits to be sent again is late from the day after. */
const LATE = `case when r.state = 'returned' then r.due_on < business_day() else r.due_on < (select f.sent_on from monthly_report f
  where f.province_code = r.province_code and f.month = r.month and f.commune_code = r.commune_code and f.version = 1) end`;
const VERSION = `r.id, r.province_code as province, r.commune_code as "communeCode", r.month, r.version, r.state, r.window_from as "from", r.window_to as "to", r.due_on as "dueOn",
  r.taken_at as "takenAt", r.sent_on as "sentOn", ${LATE} as late, r.target, r.remark, r.decision_note as "decisionNote", r.organisation_id as "organisationId"`;

export interface BehindLine {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly communeName: string | null;
  readonly market: string | null;
  readonly departedOn: LocalDate | null;
  readonly contractEnd: LocalDate | null;
  readonly returnedOn: LocalDate | null;
}

export const ReportRows = {
  async today(tx: Tx): Promise<LocalDate> {
    return (await tx.query<{ today: LocalDate }>(`select business_day() as today`, [], 'report_today'))[0]!.today;
  },

  /** Freezes a report. False: somebody else sent this version first. */
  async freeze(tx: Tx, r: NewReport, lines: readonly ReportLine[]): Promise<boolean> {
    const written = await tx.execute(
      `insert into monthly_report (id, province_code, commune_code, month, version, window_from, window_to, due_on, rule_ids, target, remark, organisation_id, sent_by, request_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing`,
      [
        r.id,
        r.province,
        r.communeCode,
        r.period.month,
        r.version,
        r.period.from,
        r.period.to,
        r.period.dueOn,
        r.ruleIds,
        r.target,
        r.remark,
        tx.actor.organisationId,
        tx.actor.accountId,
        r.requestId,
      ],
    );
    if (written === 0) return false;
    await tx.execute(
      `insert into report_line (report_id, commune_code, indicator, value, case_ids)
       select $1, l."communeCode", l.indicator, l.value, l."caseIds" from jsonb_to_recordset($2::jsonb) l("communeCode" text, indicator text, value bigint, "caseIds" uuid[])`,
      [r.id, JSON.stringify(lines)],
    );
    return true;
  },

  async ofRequest(tx: Tx, requestId: string): Promise<ReportVersion | undefined> {
    return (
      await tx.query<ReportVersion & Record<string, unknown>>(`select ${VERSION} from monthly_report r where r.request_id = $1`, [
        requestId,
      ])
    )[0];
  },

  async find(tx: Tx, id: string): Promise<ReportVersion | undefined> {
    return (
      await tx.query<ReportVersion & Record<string, unknown>>(
        `select ${VERSION} from monthly_report r where r.id = $1`,
        [id],
        'report_find',
      )
    )[0];
  },

  /** The newest version of each unit. */
  async newest(tx: Tx, province: string, month: LocalDate): Promise<ReportVersion[]> {
    return tx.query<ReportVersion & Record<string, unknown>>(
      `select distinct on (r.commune_code) ${VERSION} from monthly_report r where r.province_code = $1 and r.month = $2 order by r.commune_code, r.version desc`,
      [province, month],
      'report_newest',
    );
  },

  /** Units with somebody to sign in that have sent nothing for the month: communes, and the consolidator of each province. */
  async missing(tx: Tx, month: LocalDate): Promise<{ province: string; communeCode: string }[]> {
    return tx.query(
      `with served as (
         select o.province_code, '' as commune_code from organisation o join account a on a.organisation_id = o.id
          where o.active and a.state = 'active' and o.kind = 'employment_service_centre'
         union select o.province_code, coalesce(s.commune_code, o.commune_code) from organisation o join account a on a.organisation_id = o.id
           left join account_commune s on s.account_id = a.id
          where o.active and a.state = 'active' and a.role = 'commune_officer')
       select s.province_code as province, s.commune_code as "communeCode" from served s
        where s.province_code is not null and s.commune_code is not null
          and not exists (select from monthly_report r where r.province_code = s.province_code and r.month = $1 and r.commune_code = s.commune_code)
        order by 1, 2`,
      [month],
      'report_missing',
    );
  },

  /** The numbers alone, without the cases behind them. */
  async lines(tx: Tx, reportIds: readonly string[]): Promise<(ReportLine & { readonly reportId: string })[]> {
    return tx.query<ReportLine & { reportId: string } & Record<string, unknown>>(
      `select report_id as "reportId", commune_code as "communeCode", indicator, value, '{}'::uuid[] as "caseIds" from report_line where report_id = any ($1)
        order by report_id, indicator, commune_code`,
      [reportIds],
      'report_lines',
    );
  },

  async linesWithCases(tx: Tx, reportId: string): Promise<ReportLine[]> {
    return tx.query<ReportLine & Record<string, unknown>>(
      `select commune_code as "communeCode", indicator, value, case_ids as "caseIds" from report_line where report_id = $1 order by indicator, commune_code`,
      [reportId],
      'report_lines_cases',
    );
  },

  /** How many were decided; 0: somebody else did meanwhile. */
  async decide(
    tx: Tx,
    ids: readonly string[],
    d: { from: readonly ReportState[]; to: ReportState; note?: string; partOf?: string },
  ): Promise<number> {
    return tx.execute(
      `update monthly_report set state = $3, decision_note = $4, part_of = coalesce($5, part_of), decided_by = $6, decided_at = now() where id = any ($1) and state = any ($2)`,
      [ids, d.from, d.to, d.note ?? null, d.partOf ?? null, tx.actor.accountId],
    );
  },

  /** The people behind a number, by name; who is no longer seen is left out. */
  async behind(tx: Tx, caseIds: readonly string[], limit: number): Promise<BehindLine[]> {
    return tx.query<BehindLine & Record<string, unknown>>(
      `select c.id as "caseId", c.code as "caseCode", w.full_name as "fullName", u.name as "communeName", c.market, c.departed_on as "departedOn",
          c.contract_end as "contractEnd", c.returned_on as "returnedOn"
         from case_file c join worker w on w.id = c.worker_id
         left join admin_unit u on u.level = 'commune' and u.code = c.commune_code and business_day() between u.valid_from and u.valid_to
        where c.id = any ($1::uuid[]) order by w.sort_key, c.id limit $2`,
      [caseIds, limit],
      'report_behind',
    );
  },
};
