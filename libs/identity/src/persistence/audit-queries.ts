import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

/** One deed; `detail` holds codes and field names only. */
export interface AuditLine {
  readonly id: number;
  readonly at: Date;
  readonly login: string;
  readonly organisationId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditFilter {
  readonly subjectId?: string;
  readonly action?: string;
  readonly since?: LocalDate;
  /** Entries older than this id: the next page. */
  readonly before?: number;
  readonly limit?: number;
}

export const AuditQueries = {
  async list(tx: Tx, filter: AuditFilter): Promise<{ entries: AuditLine[]; next?: number }> {
    const limit = Math.min(Math.max(filter.limit ?? 50, 1), 100);
    const rows = await tx.query<AuditLine>(
      `select id, at, login, organisation_id as "organisationId", action, subject_kind as "subjectKind", subject_id as "subjectId", detail
       from audit_entry
       where ($1::text is null or subject_id = $1) and ($2::text is null or action = $2) and ($3::date is null or at >= $3::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
         and ($4::bigint is null or id < $4)
       order by id desc limit $5`,
      [filter.subjectId ?? null, filter.action ?? null, filter.since ?? null, filter.before ?? null, limit + 1],
    );
    return { entries: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : undefined };
  },
};
