import type { Actor } from '@app/kernel';
import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/** An open transaction that already carries its actor's scope. Everything that touches the database asks for one, reads too. */
export interface Tx {
  readonly actor: Actor;
  /** Names the request in audit and events; a background run makes its own. */
  readonly requestId: string;
  /** Rows of one statement. `name` makes it a prepared statement of the connection: for hot paths only. */
  query<R extends QueryResultRow = QueryResultRow>(sql: string, values?: readonly unknown[], name?: string): Promise<R[]>;
  /** Number of rows a write touched. */
  execute(sql: string, values?: readonly unknown[], name?: string): Promise<number>;
  /** TypeORM within the same transaction, for small writes of entities. */
  readonly manager: EntityManager;
  /** The bare connection, for COPY streams only. */
  readonly client: PoolClient;
}

export interface RunOptions {
  requestId?: string;
  /** Statement time limit in ms; 0 = none (sweeps, imports). Default 30 s. */
  timeoutMs?: number;
}

/** Deadlock or serialization failure: safe to run again from the start. */
const RETRY = new Set(['40P01', '40001']);

/**
 * Opens every transaction of the system. After BEGIN the actor's scope becomes settings of this transaction only
 * (`set_config(…, true)`), which row-level security reads: an unset scope sees zero rows.
 */
export class TransactionRunner {
  constructor(
    private readonly dataSource: DataSource,
    /** Frozen business day (BENVE_TODAY), else the database's. */
    private readonly today?: string,
  ) {}

  async run<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options: RunOptions = {}): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(actor, work, options);
      } catch (error) {
        if (attempt >= 3 || !RETRY.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }

  private async once<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options: RunOptions): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      try {
        await client.query({ name: 'benve_scope', text: SET_SCOPE, values: scopeValues(actor, this.today, options.timeoutMs) });
        const result = await work({
          actor,
          requestId: options.requestId ?? '',
          manager: runner.manager,
          client,
          query: async (sql, values, name) => (await client.query({ text: sql, values: values as unknown[], name })).rows,
          execute: async (sql, values, name) => (await client.query({ text: sql, values: values as unknown[], name })).rowCount ?? 0,
        });
        await runner.commitTransaction();
        return result;
      } catch (error) {
        await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

const SET_SCOPE = `select set_config('benve.scope', $1, true), set_config('benve.province', $2, true),
  set_config('benve.communes', $3, true), set_config('benve.organisation', $4, true), set_config('benve.account', $5, true),
  set_config('benve.role', $6, true), set_config('benve.today', $7, true), set_config('statement_timeout', $8, true)`;

function scopeValues({ scope, ...actor }: Actor, today: string | undefined, timeoutMs = 30_000): string[] {
  const province = scope.kind === 'province' || scope.kind === 'commune' ? scope.province : '';
  const communes = scope.kind === 'commune' ? scope.communes.join(',') : '';
  const organisation = scope.kind === 'agency' ? scope.agencyId : scope.kind === 'bank' ? scope.bankId : actor.organisationId;
  return [scope.kind, province, communes, organisation ?? '', actor.accountId ?? '', actor.role, today ?? '', String(timeoutMs)];
}
