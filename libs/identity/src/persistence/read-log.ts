import type { Tx } from '@app/platform';

/** Somebody saw protected fields of a person. */
export interface LoggedRead {
  readonly workerId: string;
  /** Codes of the fields, e.g. `citizenId`. */
  readonly fields: string;
  /** `reveal`, `export`, `letter` … */
  readonly purpose: string;
  readonly reason?: string;
  /** Province of the person, whose offices may read the entry; default: the reader's. */
  readonly province?: string;
}

export interface ReadLine {
  readonly at: Date;
  readonly accountId: string | null;
  /** Null also where the reader may not know the account. */
  readonly accountName: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly fields: string;
  readonly purpose: string;
  readonly reason: string | null;
}

/** Who saw whose protected fields, when and why (Law 91/2025/QH15): written in the transaction of the read; runtime roles only add. */
export const ReadLog = {
  async record(tx: Tx, read: LoggedRead): Promise<void> {
    const { scope } = tx.actor;
    const own = scope.kind === 'province' || scope.kind === 'commune' ? scope.province : null;
    await tx.execute(
      `insert into read_log (account_id, organisation_id, province_code, worker_id, field_class, purpose, reason, request_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.actor.accountId,
        tx.actor.organisationId,
        read.province ?? own,
        read.workerId,
        read.fields,
        read.purpose,
        read.reason ?? null,
        tx.requestId,
      ],
      'read_log_record',
    );
  },

  /** Many persons seen at once, as in a file. */
  async recordMany(tx: Tx, workerIds: readonly string[], read: Omit<LoggedRead, 'workerId' | 'province'>): Promise<void> {
    const { scope } = tx.actor;
    const own = scope.kind === 'province' || scope.kind === 'commune' ? scope.province : null;
    await tx.execute(
      `insert into read_log (account_id, organisation_id, province_code, worker_id, field_class, purpose, reason, request_id)
       select $1, $2, $3, id, $5, $6, $7, $8 from unnest($4::uuid[]) as id`,
      [tx.actor.accountId, tx.actor.organisationId, own, workerIds, read.fields, read.purpose, read.reason ?? null, tx.requestId],
    );
  },

  /** Reveals by the actor in the last hour, for their hourly limit. */
  async countLastHour(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from read_log where account_id = $1 and at > now() - interval '1 hour' and purpose not in ('export', 'file', 'relative')`,
      [tx.actor.accountId],
      'read_log_hour',
    );
    return row?.count ?? 0;
  },

  /** What the actor did for one purpose in the last day, for its daily limit. */
  async countLastDay(tx: Tx, purpose: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from read_log where account_id = $1 and at > now() - interval '1 day' and purpose = $2`,
      [tx.actor.accountId, purpose],
    );
    return row?.count ?? 0;
  },

  /** Newest first; the scope decides what is seen. */
  async ofWorker(tx: Tx, workerId: string, limit = 100): Promise<ReadLine[]> {
    return tx.query<ReadLine>(
      `select r.at, r.account_id as "accountId", a.display_name as "accountName", r.organisation_id as "organisationId", o.name as "organisationName",
         r.field_class as fields, r.purpose, r.reason
         from read_log r left join account a on a.id = r.account_id left join organisation o on o.id = r.organisation_id
        where r.worker_id = $1 order by r.id desc limit $2`,
      [workerId, limit],
    );
  },
};
