import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { VisitCommand, VisitResult } from '../domain/family-visit';

export interface VisitedCase extends Record<string, unknown> {
  id: string;
  code: string;
  workerId: string;
  provinceCode: string;
  communeCode: string | null;
  stage: string;
  departedOn: LocalDate | null;
  /** A return can be planned from this stage. */
  canPlan: boolean;
  today: LocalDate;
}

export const VisitRows = {
  async lockCase(tx: Tx, caseId: string): Promise<VisitedCase | undefined> {
    const [row] = await tx.query<VisitedCase>(
      `select id, code, worker_id as "workerId", province_code as "provinceCode", commune_code as "communeCode", stage, departed_on as "departedOn",
         stage in ('ABROAD', 'ABSCONDED', 'OVERSTAYING', 'LAWFUL_STAY') as "canPlan", business_day() as today
       from case_file where id = $1 for update`,
      [caseId],
      'visit_lock_case',
    );
    return row;
  },

  async byRequest(tx: Tx, requestId: string): Promise<VisitResult | undefined> {
    const [row] = await tx.query<{ visitId: string; caseId: string }>(
      `select id as "visitId", case_id as "caseId" from family_visit where request_id = $1`,
      [requestId],
      'visit_by_request',
    );
    return row && { ...row, closedAlerts: 0 };
  },

  async keep(tx: Tx, id: string, v: VisitCommand): Promise<void> {
    await tx.execute(
      `insert into family_visit (id, case_id, alert_id, request_id, visited_on, visitors, purpose, outcome, promised_on, next_visit_on, note, account_id, organisation_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        v.caseId,
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
      ],
      'visit_keep',
    );
  },

  /** Visits of a case, newest first. */
  async list(tx: Tx, caseId: string): Promise<Record<string, unknown>[]> {
    return tx.query(
      `select id, visited_on as "visitedOn", visitors, purpose, outcome, promised_on as "promisedOn", next_visit_on as "nextVisitOn", note, recorded_at as "recordedAt"
       from family_visit where case_id = $1 order by visited_on desc, recorded_at desc limit 200`,
      [caseId],
    );
  },
};
