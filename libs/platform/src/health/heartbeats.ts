import type { Tx } from '../database/transaction-runner';

export interface Heartbeat {
  name: string;
  /** Seconds since the part last did real work. */
  age: number;
}

/** Signs of life of background parts: a processed probe job or a finished relay round, never a mere connection. */
export const Heartbeats = {
  async beat(tx: Tx, name: string): Promise<void> {
    await tx.execute(
      `insert into heartbeat (name, at) values ($1, now()) on conflict (name) do update set at = greatest(heartbeat.at, excluded.at)`,
      [name],
      'heartbeat_beat',
    );
  },

  async list(tx: Tx): Promise<Heartbeat[]> {
    return tx.query<Heartbeat>(`select name, extract(epoch from now() - at)::float8 as age from heartbeat order by name`);
  },
};
