import type { LocalDate } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import type { StoredStage } from '../domain/stages';

/** Limits of the public page: the value of the policy row `public.lookup_limits`. */
export interface LookupLimits {
  readonly triesPerCodePerHour: number;
  readonly triesPerCodePerDay: number;
  readonly triesPerAddressPerHour: number;
}

/** Null `attemptId`: too many tries, nothing was looked up. Null `pinHash`: no such code, or no receipt was ever issued. */
export interface LookupGate extends QueryResultRow {
  readonly attemptId: number | null;
  readonly retrySeconds: number;
  readonly pinHash: string | null;
  readonly stage: StoredStage | null;
  readonly contractEnd: LocalDate | null;
  readonly provinceCode: string | null;
  readonly today: LocalDate | null;
}

/** The public page's way to one case: single statements outside any scope, each calling one resolver function. */
@Injectable()
export class LookupDoor {
  constructor(private readonly dataSource: DataSource) {}

  async knock(code: string, codeHash: Buffer, address: string, limits: LookupLimits): Promise<LookupGate> {
    const { rows } = await this.pool().query<LookupGate>({
      name: 'door_lookup',
      text: `select attempt_id as "attemptId", retry_seconds as "retrySeconds", pin_hash as "pinHash", stage, contract_end as "contractEnd",
        province_code as "provinceCode", today from resolve_lookup($1, $2, $3, $4)`,
      values: [code, codeHash, address, limits],
    });
    return rows[0]!;
  }

  async accept(attemptId: number): Promise<void> {
    await this.pool().query({ name: 'door_lookup_accept', text: 'select accept_lookup($1)', values: [attemptId] });
  }

  private pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}
