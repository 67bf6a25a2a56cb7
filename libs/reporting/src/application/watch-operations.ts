import { type Actor, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { findingsOf, type OperationFacts, type OperationFinding } from '../domain/operation-findings';
import { type DutyLine, OperationRows } from '../persistence/operation-rows';

const MOST_DUTIES = 100;

export interface OperationReport extends OperationFacts {
  readonly healthy: boolean;
  readonly findings: readonly OperationFinding[];
}

/** How the installation is doing, and one duty put back to work: for administrators. */
@Injectable()
export class WatchOperations {
  constructor(private readonly runner: TransactionRunner) {}

  async report(actor: Actor): Promise<OperationReport> {
    const facts = await this.runner.run(actor, (tx) => OperationRows.facts(tx));
    const findings = findingsOf(facts);
    return { ...facts, healthy: findings.every(({ state }) => state !== 'fail'), findings };
  }

  async duties(actor: Actor): Promise<DutyLine[]> {
    return this.runner.run(actor, (tx) => OperationRows.duties(tx, MOST_DUTIES));
  }

  /** Throws NOT_FOUND: no such duty, or nothing to put back. */
  async replay(actor: Actor, id: number, requestId: string): Promise<void> {
    await this.runner.run(
      actor,
      async (tx) => {
        if (!(await OperationRows.replay(tx, id))) throw notFound('Không có việc nền này, hoặc việc đã xong hay đang chờ đến lượt.');
        await AuditTrail.record(tx, { action: 'platform.replay-duty', subject: { kind: 'outbox', id: String(id) } });
      },
      { requestId },
    );
  }
}
