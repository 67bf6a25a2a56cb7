import type { Tx } from '@app/platform';
import type { Medium } from '../domain/media';
import type { PaperFileLine, ShownPaper } from '../domain/paper-file';

export interface NewPaperFile {
  readonly id: string;
  readonly caseId: string;
  readonly guard: string | null;
  readonly visitId: string | null;
  readonly medium: Medium;
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly scan: 'clean' | 'unscanned';
  readonly requestId: string;
}

export interface StoredPaperFile {
  id: string;
  caseId: string;
  workerId: string;
  guard: string | null;
  medium: Medium;
  state: 'kept' | 'removed';
}

export const PaperFileRows = {
  /** The case's worker and province; holds others who send to the same case back, so that two cannot share the last place. */
  async lockCase(tx: Tx, caseId: string): Promise<{ workerId: string; province: string } | undefined> {
    const [row] = await tx.query<{ workerId: string; province: string }>(
      `select worker_id as "workerId", province_code as province from case_file where id = $1`,
      [caseId],
    );
    if (row) await tx.query(`select pg_advisory_xact_lock(hashtextextended('paper-file:' || $1, 0))`, [caseId]);
    return row;
  },

  /** The case of a code, as far as the actor sees cases. */
  async caseOfCode(tx: Tx, code: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(`select id from case_file where code = $1`, [code]);
    return row?.id;
  },

  /** The case of a visit, as far as the actor sees cases. */
  async caseOfVisit(tx: Tx, visitId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ caseId: string }>(`select case_id as "caseId" from family_visit where id = $1`, [visitId]);
    return row?.caseId;
  },

  async used(tx: Tx, caseId: string): Promise<{ files: number; bytes: number }> {
    const [row] = await tx.query<{ files: number; bytes: number }>(
      `select count(*)::int as files, coalesce(sum(bytes), 0)::float8 as bytes from paper_file where case_id = $1 and state <> 'removed'`,
      [caseId],
    );
    return row!;
  },

  /** The same content for the same paper or visit is there already. */
  async same(tx: Tx, { caseId, guard, visitId, sha256 }: NewPaperFile): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `select id from paper_file where case_id = $1 and (guard = $2 or visit_id = $3) and sha256 = $4 and state = 'kept'`,
      [caseId, guard, visitId, sha256],
    );
    return row?.id;
  },

  /** Written before the bytes are: whatever lies in the store has a row that knows of it. */
  async announce(tx: Tx, file: NewPaperFile): Promise<void> {
    await tx.execute(
      `insert into paper_file (id, case_id, guard, visit_id, medium, bytes, sha256, scan, request_id, account_id, organisation_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        file.id,
        file.caseId,
        file.guard,
        file.visitId,
        file.medium,
        file.bytes,
        file.sha256,
        file.scan,
        file.requestId,
        tx.actor.accountId,
        tx.actor.organisationId,
      ],
    );
  },

  async arrived(tx: Tx, id: string): Promise<void> {
    await tx.execute(`update paper_file set state = 'kept' where id = $1 and state = 'storing'`, [id]);
  },

  async find(tx: Tx, id: string): Promise<StoredPaperFile | undefined> {
    const [row] = await tx.query<StoredPaperFile & Record<string, unknown>>(
      `select f.id, f.case_id as "caseId", c.worker_id as "workerId", f.guard, f.medium, f.state from paper_file f join case_file c on c.id = f.case_id
        where f.id = $1 and f.state in ('kept', 'removed')`,
      [id],
    );
    return row;
  },

  async remove(tx: Tx, id: string, reason: string): Promise<boolean> {
    return (
      (await tx.execute(
        `update paper_file set state = 'removed', removed_at = now(), removed_by = $2, removed_for = $3 where id = $1 and state = 'kept'`,
        [id, tx.actor.accountId, reason],
      )) === 1
    );
  },

  async list(tx: Tx, caseId: string): Promise<PaperFileLine[]> {
    return tx.query<PaperFileLine & Record<string, unknown>>(
      `select f.id, f.guard, f.visit_id as "visitId", f.medium, f.bytes, f.scan, f.sent_at as "sentAt", a.display_name as "sentBy", o.name as "organisationName"
         from paper_file f left join account a on a.id = f.account_id left join organisation o on o.id = f.organisation_id
        where f.case_id = $1 and f.state = 'kept' order by f.sent_at desc, f.id`,
      [caseId],
    );
  },

  /** Every report of a paper, newest first. `kinds`: which fact proves which guard, from the lifecycle table. */
  async shown(tx: Tx, caseId: string, kinds: Readonly<Record<string, string>>): Promise<ShownPaper[]> {
    return tx.query<ShownPaper & Record<string, unknown>>(
      `select e.id as "eventId", coalesce(case when e.kind = 'GUARD_PROVEN' then e.detail ->> 'guard' end, $2::jsonb ->> e.kind) as guard,
         e.effective_on as "on", (e.detail ->> 'validUntil')::date as "validUntil", e.detail ->> 'reference' as reference, e.detail ->> 'issuer' as issuer,
         e.recorded_at as "recordedAt", a.display_name as "recordedBy", o.name as "organisationName",
         exists (select from case_event n where n.case_id = e.case_id and n.corrects_id = e.id) as corrected
         from case_event e left join account a on a.id = e.account_id left join organisation o on o.id = e.organisation_id
        where e.case_id = $1 and (e.kind = 'GUARD_PROVEN' or $2::jsonb ? e.kind) order by e.id desc`,
      [caseId, JSON.stringify(kinds)],
    );
  },

  /**
   * Files whose purpose has ended, at most `limit`: never arrived, removed, or of somebody who left long ago (and whose scans served only the exit).
   * One sent after the exit is kept as long from its own day.
   * The background program sees every case.
   */
  async outlived(tx: Tx, months: number, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select f.id from paper_file f join case_file c on c.id = f.case_id
        where (f.state = 'storing' and f.sent_at < now() - interval '1 day') or (f.state = 'removed' and f.removed_at < now() - interval '30 days')
           or c.departed_on is not null
             and greatest(c.departed_on, (f.sent_at at time zone 'Asia/Ho_Chi_Minh')::date) < business_day() - make_interval(months => $1)
        order by f.id limit $2`,
      [months, limit],
    );
    return rows.map(({ id }) => id);
  },

  async drop(tx: Tx, ids: readonly string[]): Promise<number> {
    return tx.execute(`delete from paper_file where id = any ($1)`, [ids]);
  },
};
