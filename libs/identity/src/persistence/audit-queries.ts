import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

/** One deed; `detail` holds codes and field names only. */
export interface AuditLine {
  readonly id: number;
  readonly at: Date;
  readonly login: string;
  /** Name of the person, where the account may be seen. */
  readonly displayName: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditFilter {
  readonly login?: string;
  readonly subjectId?: string;
  readonly action?: string;
  readonly since?: LocalDate;
  /** The last day wanted. */
  readonly until?: LocalDate;
  /** Entries older than this id: the next page. */
  readonly before?: number;
  readonly limit?: number;
}

export const AuditQueries = {
  async list(tx: Tx, filter: AuditFilter): Promise<{ entries: AuditLine[]; next?: number }> {
    const limit = Math.min(Math.max(filter.limit ?? 50, 1), 100);
    const rows = await tx.query<AuditLine>(
      `select e.id, e.at, e.login, a.display_name as "displayName", e.organisation_id as "organisationId", o.name as "organisationName", e.action, e.subject_kind as "subjectKind",
         e.subject_id as "subjectId", e.detail
       from audit_entry e left join account a on a.login = e.login left join organisation o on o.id = e.organisation_id
       where ($1::text is null or e.subject_id = $1) and ($2::text is null or e.action = $2) and ($3::text is null or e.login = $3)
         and ($4::date is null or e.at >= $4::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
         and ($5::date is null or e.at < ($5::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and ($6::bigint is null or e.id < $6)
       order by e.id desc limit $7`,
      [
        filter.subjectId ?? null,
        filter.action ?? null,
        filter.login ?? null,
        filter.since ?? null,
        filter.until ?? null,
        filter.before ?? null,
        limit + 1,
      ],
    );
    return { entries: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : undefined };
  },
};
