import type { Tx } from '@app/platform';
import { ENDED_PHASES, type ImportPhase } from '../domain/import-phase';

export interface NewImportTask {
  readonly id: string;
  readonly requestId: string;
  readonly kind: string;
  readonly dryRun: boolean;
  readonly fileName: string;
  readonly fileCipher: Buffer;
  readonly wordsCipher: Buffer;
}

/** What its sender sees. */
export interface ImportProgress {
  readonly importId: string;
  readonly kind: string;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly phase: ImportPhase;
  /** Rows of the phase. */
  readonly done: number;
  readonly of: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly report: Readonly<Record<string, unknown>> | null;
}

export interface TakenTask {
  readonly id: string;
  readonly kind: string;
  readonly dryRun: boolean;
  readonly login: string;
  readonly fileName: string;
  readonly fileCipher: Buffer;
  readonly wordsCipher: Buffer;
  readonly attempts: number;
}

const RUNNING = `phase <> all ('{${ENDED_PHASES.join(',')}}')`;
/** A program that gives no sign of life for so long is dead: somebody else may take its file. */
const LIFE = `interval '15 seconds'`;

/** Files on their way through the background program. */
export const ImportTaskRows = {
  /** The same request again finds the first one; returns its id. */
  async insert(tx: Tx, task: NewImportTask): Promise<{ id: string; fresh: boolean }> {
    const { scope } = tx.actor;
    const fresh = await tx.execute(
      `insert into import_task (id, request_id, kind, dry_run, organisation_id, account_id, login, province_code, file_name, file_cipher, words_cipher)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (request_id) do nothing`,
      [
        task.id,
        task.requestId,
        task.kind,
        task.dryRun,
        tx.actor.organisationId,
        tx.actor.accountId,
        tx.actor.login,
        scope.kind === 'province' ? scope.province : '',
        task.fileName,
        task.fileCipher,
        task.wordsCipher,
      ],
    );
    if (fresh > 0) return { id: task.id, fresh: true };
    const [known] = await tx.query<{ id: string }>(`select id from import_task where request_id = $1`, [task.requestId]);
    return { id: known!.id, fresh: false };
  },

  async find(tx: Tx, id: string): Promise<ImportProgress | undefined> {
    const [row] = await tx.query<ImportProgress & Record<string, unknown>>(
      `select id as "importId", kind, file_name as "fileName", dry_run as "dryRun", phase, done, total as "of", created_at as "createdAt",
              started_at as "startedAt", finished_at as "finishedAt", report
         from import_task where id = $1`,
      [id],
    );
    return row;
  },

  /** False when it had ended before. A file nobody works at is cancelled at once, else whoever works at it sees the wish. */
  async cancel(tx: Tx, id: string): Promise<boolean> {
    return (
      (await tx.execute(
        `update import_task set cancel_asked = true, phase = case when waits then 'cancelled' else phase end,
                finished_at = case when waits then now() end, file_cipher = case when waits then null else file_cipher end, words_cipher = case when waits then null else words_cipher end
           from (select coalesce(t.seen_at < now() - ${LIFE}, true) as waits from import_task t where t.id = $1) state
          where id = $1 and ${RUNNING}`,
        [id],
      )) > 0
    );
  },

  /** The file, unless it has ended or a living program is at it. Runs as the background role. */
  async take(tx: Tx, id: string): Promise<TakenTask | undefined> {
    const [row] = await tx.query<TakenTask & Record<string, unknown>>(
      `update import_task set phase = 'reading', done = 0, total = 0, attempts = attempts + 1, seen_at = now(), started_at = coalesce(started_at, now())
        where id = $1 and ${RUNNING} and coalesce(seen_at < now() - ${LIFE}, true)
        returning id, kind, dry_run as "dryRun", login, file_name as "fileName", file_cipher as "fileCipher", words_cipher as "wordsCipher", attempts`,
      [id],
    );
    return row;
  },

  async hasEnded(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query(`select from import_task where id = $1 and ${RUNNING}`, [id])).length === 0;
  },

  /** Sign of life; answers whether its sender wants it to end. */
  async see(tx: Tx, id: string, now: { phase: ImportPhase; done: number; total: number }): Promise<{ cancelled: boolean }> {
    const [row] = await tx.query<{ cancelled: boolean }>(
      `update import_task set phase = $2, done = $3, total = $4, seen_at = now() where id = $1 and ${RUNNING} returning cancel_asked as cancelled`,
      [id, now.phase, now.done, now.total],
    );
    return { cancelled: row?.cancelled ?? true };
  },

  /** Ends it; false when its sender wished it away before. */
  async finish(tx: Tx, id: string, phase: 'done' | 'failed', report: unknown): Promise<boolean> {
    return (
      (await tx.execute(
        `update import_task set phase = $2, done = total, report = $3, file_cipher = null, words_cipher = null, finished_at = now()
          where id = $1 and ${RUNNING} and not cancel_asked`,
        [id, phase, JSON.stringify(report)],
      )) > 0
    );
  },

  async endCancelled(tx: Tx, id: string): Promise<void> {
    await tx.execute(
      `update import_task set phase = 'cancelled', file_cipher = null, words_cipher = null, finished_at = now() where id = $1 and ${RUNNING}`,
      [id],
    );
  },

  /** Lets somebody else try again at once. */
  async letGo(tx: Tx, id: string): Promise<void> {
    await tx.execute(`update import_task set phase = 'waiting', seen_at = null where id = $1 and ${RUNNING}`, [id]);
  },

  /** Runs as the background role; returns how many. */
  async forget(tx: Tx, days: number): Promise<number> {
    return tx.execute(`delete from import_task where created_at < now() - make_interval(days => $1)`, [days]);
  },
};
