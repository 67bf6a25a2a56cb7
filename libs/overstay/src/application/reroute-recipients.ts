import { DeskTasks } from '@app/identity';
import { systemActor } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { REROUTE } from '../persistence/reroute-sql';
import { placementTaskKey } from '../persistence/unplaced-cases';

/** After a commune was chosen, a family moved or units merged: who was asked changes, the question stays one. Runs as the background. */
@Injectable()
export class RerouteRecipients {
  constructor(private readonly runner: TransactionRunner) {}

  /** @param caseIds the cases concerned; none = every live alert. Returns how many recipients moved. */
  async run(caseIds?: readonly string[]): Promise<{ moved: number }> {
    return this.runner.run(systemActor('reroute'), (tx) => this.apply(tx, caseIds), { timeoutMs: 0 });
  }

  async apply(tx: Tx, caseIds?: readonly string[]): Promise<{ moved: number }> {
    const [row] = await tx.query<{ moved: number; placed: string[] }>(REROUTE, [caseIds ?? null]);
    for (const caseId of row?.placed ?? []) await DeskTasks.close(tx, placementTaskKey(caseId), 'placed');
    return { moved: row?.moved ?? 0 };
  }
}
