import { MILESTONE_KINDS, milestoneRow } from '@app/casework';
import { type Actor, notFound } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { PaperFileLine, ShownPaper } from '../domain/paper-file';
import { PaperFileRows } from '../persistence/paper-file-rows';

/** Which fact proves which guard, as the lifecycle says. */
const PROVES = Object.fromEntries(
  MILESTONE_KINDS.flatMap((kind) => {
    const guard = milestoneRow(kind).proves;
    return guard ? [[kind, guard]] : [];
  }),
);

/** Everything shown of a case's papers: each report with its days, and the scans. */
@Injectable()
export class PaperHistory {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND for a case that does not exist or is out of scope. */
  async of(actor: Actor, caseId: string): Promise<{ shown: ShownPaper[]; files: PaperFileLine[] }> {
    return this.runner.run(actor, async (tx) => {
      if (!(await PaperFileRows.lockCase(tx, caseId))) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
      return { shown: await PaperFileRows.shown(tx, caseId, PROVES), files: await PaperFileRows.list(tx, caseId) };
    });
  }
}
