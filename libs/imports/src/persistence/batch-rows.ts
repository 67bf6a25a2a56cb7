import type { Tx } from '@app/platform';
import type { ReadingWishes } from '../domain/reading-wishes';
import type { ChangeRecord, RowResult } from '../domain/row-result';

export interface BatchLine {
  readonly id: string;
  readonly kind: string;
  readonly fileName: string;
  readonly state: string;
  readonly verdict: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly questions: readonly unknown[];
  readonly notices: readonly unknown[];
  readonly createdAt: Date;
  readonly undoneAt: Date | null;
  readonly undoable: boolean;
  /** What the sender quotes: BN-2026-0183. */
  readonly receipt: string;
  readonly note: string | null;
  /** Name of the account that sent it. */
  readonly sentBy: string | null;
  readonly organisation: string | null;
}

/** A file as the bell shows it. */
export interface FinishedBatch {
  readonly id: string;
  readonly fileName: string;
  readonly state: 'imported' | 'refused' | 'failed';
  readonly at: Date;
}

/** How a file was read: headers, columns a person chose, cells a person typed (where, never what). */
export type KeptWishes = Omit<ReadingWishes, 'cells'> & { readonly typed?: readonly { sheet: string; row: number; column: string }[] };

export interface NewBatch {
  readonly id: string;
  readonly kind: string;
  readonly provinceCode: string;
  readonly fileName: string;
  readonly sha256: Buffer;
  readonly fileCipher: Buffer | null;
  readonly answers: unknown;
  readonly wishes: KeptWishes;
  readonly note: string | null;
  readonly state: 'imported' | 'refused';
  readonly verdict: string;
  readonly counts: unknown;
  readonly questions: unknown;
  readonly notices: unknown;
}

const LINE = `'BN-' || to_char(created_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY') || '-' || lpad(receipt_no::text, greatest(4, length(receipt_no::text)), '0') as receipt, note,
  (select a.display_name from account a where a.id = account_id) as "sentBy", (select o.name from organisation o where o.id = organisation_id) as organisation,
  id, kind, file_name as "fileName", state, verdict, counts, questions, notices, created_at as "createdAt", undone_at as "undoneAt",
  (state = 'imported' and created_at > now() - interval '7 days') as undoable`;

/** Everything stored about other people's files. */
export const BatchRows = {
  /** Uploads of one sender and kind go one after another: a double click finds the first already done. */
  async queue(tx: Tx, kind: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7))`, [
      `import ${kind} ${tx.actor.organisationId ?? tx.actor.login}`,
    ]);
  },

  async today(tx: Tx): Promise<string> {
    return (await tx.query<{ day: string }>(`select business_day()::text as day`))[0]!.day;
  },

  async insert(tx: Tx, batch: NewBatch): Promise<void> {
    await tx.execute(
      `insert into import_batch (id, kind, organisation_id, account_id, province_code, file_name, sha256, file_cipher, answers, wishes, note, state, verdict, counts, questions, notices, finished_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, now())`,
      [
        batch.id,
        batch.kind,
        tx.actor.organisationId,
        tx.actor.accountId,
        batch.provinceCode,
        batch.fileName,
        batch.sha256,
        batch.fileCipher,
        JSON.stringify(batch.answers),
        JSON.stringify(batch.wishes),
        batch.note,
        batch.state,
        batch.verdict,
        JSON.stringify(batch.counts),
        JSON.stringify(batch.questions),
        JSON.stringify(batch.notices),
      ],
    );
  },

  async insertRows(tx: Tx, batchId: string, rows: readonly RowResult[]): Promise<void> {
    for (let at = 0; at < rows.length; at += 10_000)
      await tx.execute(
        `insert into import_row (batch_id, sheet, row_number, verdict, code, column_letter, message, warnings, case_id, worker_id, carried, made)
         select $1, r.sheet, r."row", r.verdict, r.code, r."column", r.message, coalesce(r.warnings, '[]'), r."caseId", r."workerId", coalesce(r.carried, '{}'), r.made
           from jsonb_to_recordset($2::jsonb) r(sheet text, "row" int, verdict text, code text, "column" text, message text, warnings jsonb, "caseId" uuid, "workerId" uuid, carried jsonb, made text[])`,
        [batchId, JSON.stringify(rows.slice(at, at + 10_000))],
      );
  },

  async insertChanges(tx: Tx, batchId: string, changes: readonly ChangeRecord[]): Promise<void> {
    for (let at = 0; at < changes.length; at += 10_000)
      await tx.execute(
        `insert into import_change (batch_id, subject, subject_id, before, version_after)
         select $1, c.subject, c.id, nullif(c.before, 'null'::jsonb), c.version from jsonb_to_recordset($2::jsonb) c(subject text, id text, before jsonb, version int)`,
        [batchId, JSON.stringify(changes.slice(at, at + 10_000))],
      );
  },

  /** The file as it was sent, while it is kept, and how it was read. */
  async stored(tx: Tx, id: string): Promise<{ file: Buffer | null; wishes: KeptWishes } | undefined> {
    return (
      await tx.query<{ file: Buffer | null; wishes: KeptWishes }>(`select file_cipher as file, wishes from import_batch where id = $1`, [
        id,
      ])
    )[0];
  },

  async find(tx: Tx, id: string, lock = false): Promise<BatchLine | undefined> {
    return (
      await tx.query<BatchLine & Record<string, unknown>>(`select ${LINE} from import_batch where id = $1${lock ? ' for update' : ''}`, [
        id,
      ])
    )[0];
  },

  async list(tx: Tx, after: string | null, limit: number): Promise<BatchLine[]> {
    return tx.query<BatchLine & Record<string, unknown>>(
      `select ${LINE} from import_batch where ($1::uuid is null or id < $1::uuid) order by id desc limit $2`,
      [after, limit],
    );
  },

  /** Files of the actor's own organisation that were finished since, newest first. */
  async finishedSince(tx: Tx, since: Date, limit: number): Promise<FinishedBatch[]> {
    return tx.query<FinishedBatch & Record<string, unknown>>(
      `select id, file_name as "fileName", state, finished_at as at from import_batch
       where organisation_id = $1 and state in ('imported', 'refused', 'failed') and finished_at > $2 order by finished_at desc, id desc limit $3`,
      [tx.actor.organisationId, since, limit],
      'import_finished_since',
    );
  },

  async rows(tx: Tx, batchId: string, verdicts: readonly string[] | null): Promise<RowResult[]> {
    return tx.query<RowResult & Record<string, unknown>>(
      `select sheet, row_number as "row", verdict, code, column_letter as "column", message, warnings, case_id as "caseId", worker_id as "workerId"
         from import_row where batch_id = $1 and ($2::text[] is null or verdict = any ($2::text[])) order by sheet, row_number`,
      [batchId, verdicts],
    );
  },

  /** What the batch created and what it changed, each thing once. */
  async changes(tx: Tx, batchId: string): Promise<ChangeRecord[]> {
    return tx.query<ChangeRecord & Record<string, unknown>>(
      `select subject, subject_id as id, before, version_after as version from import_change where batch_id = $1
       union all
       select m.subject, case m.subject when 'worker' then r.worker_id else r.case_id end::text, null, 1
         from import_row r, unnest(r.made) as m (subject) where r.batch_id = $1`,
      [batchId],
    );
  },

  async markUndone(tx: Tx, batchId: string): Promise<void> {
    await tx.execute(`update import_batch set state = 'undone', undone_at = now() where id = $1`, [batchId]);
  },

  async mappings(tx: Tx, kind: string): Promise<Record<string, Record<string, string>>> {
    const rows = await tx.query<{ key: string; mapping: Record<string, string> }>(
      `select header_key as key, mapping from import_mapping where organisation_id = $1 and kind = $2 order by used_at`,
      [tx.actor.organisationId, kind],
    );
    return Object.fromEntries(rows.map(({ key, mapping }) => [key, mapping]));
  },

  async remember(tx: Tx, kind: string, mapping: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<void> {
    for (const [key, fields] of Object.entries(mapping))
      await tx.execute(
        `insert into import_mapping (organisation_id, kind, header_key, mapping) values ($1, $2, $3, $4)
         on conflict (organisation_id, kind, header_key) do update set mapping = excluded.mapping, used_at = now()`,
        [tx.actor.organisationId, kind, key, JSON.stringify(fields)],
      );
  },
};
