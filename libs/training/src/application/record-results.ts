import type { Actor } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SeatRows } from '../persistence/seat-rows';
import { ownClass } from './own-class';

export interface ResultLine {
  readonly caseId: string;
  readonly passed: boolean;
  /** As the school writes it. */
  readonly score?: string;
}

/** Who passed. Sent again it changes nothing; another result replaces the first until a certificate is issued. */
@Injectable()
export class RecordResults {
  constructor(private readonly runner: TransactionRunner) {}

  async run(
    actor: Actor,
    { classId, results, requestId }: { classId: string; results: readonly ResultLine[]; requestId: string },
  ): Promise<{ changed: number }> {
    return this.runner.run(
      actor,
      async (tx) => {
        await ownClass(tx, classId);
        const changed = await SeatRows.results(tx, classId, results);
        if (changed > 0)
          await AuditTrail.record(tx, { action: 'training.results', subject: { kind: 'class', id: classId }, detail: { changed } });
        return { changed };
      },
      { requestId },
    );
  }
}
