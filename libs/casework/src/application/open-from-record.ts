import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import type { BulkCaseResult, CaseRecord } from '../domain/case-record';
import { OpenCasesInBulk } from './open-cases-in-bulk';

/** Opens a case at whatever stage a paper record tells; for centre and department only. What nobody proved stays unproven. */
@Injectable()
export class OpenFromRecord {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly bulk: OpenCasesInBulk,
  ) {}

  async run(actor: Actor, record: CaseRecord): Promise<BulkCaseResult> {
    if (!['centre_staff', 'department_officer', 'system'].includes(actor.role))
      throw new DomainError(
        'forbidden',
        'ROLE_NOT_ALLOWED',
        'Chỉ trung tâm và Sở Nội vụ được mở hồ sơ từ sổ sách. Hãy gửi sổ sách cho trung tâm.',
      );
    return this.runner.run(
      actor,
      async (tx) => {
        const [result] = await this.bulk.apply(tx, [record]);
        if (result!.refusal) throw new DomainError('refused', result!.refusal.code, result!.refusal.message);
        await AuditTrail.record(tx, {
          action: 'casework.open-from-record',
          subject: { kind: 'case', id: result!.caseId },
          province: record.provinceCode,
          detail: { outcome: result!.outcome, recorded: result!.recorded },
        });
        return result!;
      },
      { requestId: record.requestId },
    );
  }
}
