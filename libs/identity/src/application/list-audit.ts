import type { Actor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AuditFilter, type AuditLine, AuditQueries } from '../persistence/audit-queries';
import { type ReadLine, ReadLog } from '../persistence/read-log';

/** Who did what, and who read whom: for administrators (all) and offices of a province (theirs). */
@Injectable()
export class ListAudit {
  constructor(private readonly runner: TransactionRunner) {}

  async entries(actor: Actor, filter: AuditFilter): Promise<{ entries: AuditLine[]; next?: number }> {
    return this.runner.run(actor, (tx) => AuditQueries.list(tx, filter));
  }

  async readsOf(actor: Actor, workerId: string): Promise<ReadLine[]> {
    return this.runner.run(actor, (tx) => ReadLog.ofWorker(tx, workerId));
  }
}
