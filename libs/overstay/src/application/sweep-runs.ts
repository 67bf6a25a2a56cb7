import { systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SweepLedger, type SweepRun } from '../persistence/sweep-ledger';

/** What ran and what came of it: read by the operator and the watchdog. */
@Injectable()
export class SweepRuns {
  constructor(private readonly runner: TransactionRunner) {}

  async list(): Promise<SweepRun[]> {
    return this.runner.run(systemActor('sweep-list'), (tx) => SweepLedger.list(tx));
  }
}
