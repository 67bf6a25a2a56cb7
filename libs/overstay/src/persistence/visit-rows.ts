import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { VisitCommand, VisitResult } from '../domain/family-visit';
import { saidOnSql } from './said-on-sql';

export interface VisitedCase extends Record<string, unknown> {
  id: string;
  code: string;
  workerId: string;
  provinceCode: string;
  communeCode: string | null;
  stage: string;
  departedOn: LocalDate | null;
  /** Day of the business zone on which the visit was written down: today, or earlier without a signal. */
  saidOn: LocalDate;
  /** The alert the visit names, closed meanwhile. */
  late: boolean;
  /** A return can be planned from this stage. */
  canPlan: boolean;
  today: LocalDate;
}

export const VisitRows = {
  async lockCase(tx: Tx, { caseId, caseCode, alertId, saidAt }: VisitCommand): Promise<VisitedCase | undefined> {
    const [row] = await tx.query<VisitedCase>(
      `select id, code, worker_id as "workerId", province_code as "provinceCode", commune_code as "communeCode", stage, departed_on as "departedOn",
         stage in ('ABROAD', 'ABSCONDED', 'OVERSTAYING', 'LAWFUL_STAY') as "canPlan", business_day() as today,
         ${saidOnSql('$3')} as "saidOn",
         exists (select from alert a where a.id = $4::bigint and a.case_id = case_file.id and a.state = 'closed') as late
       from case_file where id = $1::uuid or code = $2 for update`,
      [caseId ?? null, caseId ? null : (caseCode ?? null), saidAt ?? null, alertId ?? null],
      'visit_lock_case',
    );
    return row;
  },

  async byRequest(tx: Tx, requestId: string): Promise<VisitResult | undefined> {
    const [row] = await tx.query<{ visitId: string; caseId: string; late: boolean }>(
      `select id as "visitId", case_id as "caseId", false as late from family_visit where request_id = $1`,
      [requestId],
      'visit_by_request',
    );
    return row && { ...row, closedAlerts: 0 };
  },

  async keep(tx: Tx, id: string, caseId: string, v: VisitCommand): Promise<void> {
    await tx.execute(
      `insert into family_visit (id, case_id, alert_id, request_id, visited_on, visitors, purpose, outcome, promised_on, next_visit_on, note, account_id, organisation_id, said_at, met)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        id,
        caseId,
        v.alertId ?? null,
        v.requestId,
        v.visitedOn,
        v.visitors,
        v.purpose,
        v.outcome,
        v.promisedOn ?? null,
        v.nextVisitOn ?? null,
        v.note ?? null,
        tx.actor.accountId,
        tx.actor.organisationId,
        v.saidAt ?? null,
        v.met ?? [],
      ],
      'visit_keep',
    );
  },

  /** Visits of a case, newest first. */
  async list(tx: Tx, caseId: string): Promise<Record<string, unknown>[]> {
    return tx.query(
      `select id, visited_on as "visitedOn", visitors, purpose, outcome, promised_on as "promisedOn", next_visit_on as "nextVisitOn", note, met, said_at as "saidAt", recorded_at as "recordedAt"
       from family_visit where case_id = $1 order by visited_on desc, recorded_at desc limit 200`,
      [caseId],
    );
  },
};
