import type { Tx } from '../database/transaction-runner';

export interface AuditedDeed {
  /** `<context>.<verb>`, e.g. `imports.undo`. */
  action: string;
  subject: { kind: string; id?: string };
  /** Codes and field names only, never a person's values. */
  detail?: Readonly<Record<string, unknown>>;
  /** Province that may read the entry; default: the actor's. */
  province?: string;
}

/** Who did what, in the transaction of the deed. Runtime roles can add entries and never change one. */
export const AuditTrail = {
  async record(tx: Tx, deed: AuditedDeed): Promise<void> {
    const { scope } = tx.actor;
    const own = scope.kind === 'province' || scope.kind === 'commune' ? scope.province : null;
    await tx.execute(
      `insert into audit_entry (account_id, login, organisation_id, province_code, action, subject_kind, subject_id, request_id, detail)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tx.actor.accountId,
        tx.actor.login,
        tx.actor.organisationId,
        deed.province ?? own,
        deed.action,
        deed.subject.kind,
        deed.subject.id ?? null,
        tx.requestId,
        deed.detail ?? {},
      ],
      'audit_record',
    );
  },
};
