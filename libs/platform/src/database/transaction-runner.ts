import type { Actor } from '@app/kernel';
import { escapeLiteral, type Pool, type PoolClient, type QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

/** An open transaction that already carries its actor's scope. Everything that touches the database asks for one, reads too. */
export interface Tx {
  readonly actor: Actor;
  /** Names the request in audit and events; a background run makes its own. */
  readonly requestId: string;
  /** Rows of one statement. `name` makes it a prepared statement of the connection: for hot paths only. */
  query<R extends QueryResultRow = QueryResultRow>(sql: string, values?: readonly unknown[], name?: string): Promise<R[]>;
  /** Number of rows a write touched. */
  execute(sql: string, values?: readonly unknown[], name?: string): Promise<number>;
  /** The bare connection, for COPY streams only. */
  readonly client: PoolClient;
}

export interface RunOptions {
  requestId?: string;
  /** Statement time limit in ms; 0 = none (sweeps, imports). Default 30 s. */
  timeoutMs?: number;
}

/** A role another one may take on; `benve_jobs` may become `benve_api`, nobody else anybody. */
export type RuntimeRole = 'benve_api';

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
    private readonly role?: RuntimeRole,
  ) {}

  /** The same runner with the rights of another role: the background program does an account's deed with the account's rights. */
  as(role: RuntimeRole): TransactionRunner {
    return new TransactionRunner(this.dataSource, this.today, role);
  }

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
    const client = await this.pool().connect();
    let broken: Error | undefined;
    try {
      await client.query(beginAs(scopeValues(actor, this.today, options.timeoutMs), this.role));
      const result = await work(openTransaction(client, actor, options.requestId ?? ''));
      if (actor.trial) return await undone(client, result);
      const { command } = await client.query('commit');
      // PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK and no error: nothing was kept, so nobody may be told otherwise.
      if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
      return result;
    } catch (error) {
      // A connection that cannot even roll back is thrown away with whatever it still holds.
      await client.query('rollback').catch((fault: Error) => (broken = fault));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** TypeORM configures and owns the pool; a transaction takes its connection without the cost of a query runner. */
  private pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

/** A trial meets what a commit would have met, checks put off to the end included, and keeps nothing. */
async function undone<T>(client: PoolClient, result: T): Promise<T> {
  await client.query('set constraints all immediate');
  await client.query('rollback');
  return result;
}

function openTransaction(client: PoolClient, actor: Actor, requestId: string): Tx {
  return {
    actor,
    requestId,
    client,
    query: async (sql, values, name) => (await client.query({ text: sql, values: values as unknown[], name })).rows,
    execute: async (sql, values, name) => (await client.query({ text: sql, values: values as unknown[], name })).rowCount ?? 0,
  };
}

const SETTINGS = [
  'benve.scope',
  'benve.province',
  'benve.communes',
  'benve.organisation',
  'benve.account',
  'benve.role',
  'benve.today',
  'statement_timeout',
];

/** BEGIN and the scope in one round trip. Values come from session, key and configuration rows, and are quoted all the same. */
function beginAs(values: readonly string[], role?: RuntimeRole): string {
  return `begin; ${role ? `set local role ${role}; ` : ''}select ${SETTINGS.map((name, i) => `set_config('${name}', ${escapeLiteral(values[i]!)}, true)`).join(', ')}`;
}

function scopeValues({ scope, ...actor }: Actor, today: string | undefined, timeoutMs = 30_000): string[] {
  const province = scope.kind === 'province' || scope.kind === 'commune' ? scope.province : '';
  const communes = scope.kind === 'commune' ? scope.communes.join(',') : '';
  const organisation = scope.kind === 'agency' ? scope.agencyId : scope.kind === 'bank' ? scope.bankId : actor.organisationId;
  return [scope.kind, province, communes, organisation ?? '', actor.accountId ?? '', actor.role, today ?? '', String(timeoutMs)];
}
