import { CaseQueries } from '@app/casework';
import { type Actor, DomainError, newId, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Officer, OfficerRows } from '../persistence/officer-rows';

/** Who accompanies a case from the first contact to the return, with a deputy, and what a hand-over leaves. */
@Injectable()
export class CaseOfficers {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly cases: CaseQueries,
  ) {}

  async of(actor: Actor, caseId: string): Promise<Officer[]> {
    await this.cases.detail(actor, caseId);
    return this.runner.run(actor, (tx) => OfficerRows.history(tx, caseId));
  }

  async colleagues(actor: Actor): Promise<{ accountId: string; name: string; cases: number }[]> {
    return this.runner.run(actor, (tx) => OfficerRows.colleagues(tx));
  }

  async assign(
    actor: Actor,
    {
      caseId,
      accountId,
      deputyId,
      reason,
      requestId,
    }: { caseId: string; accountId: string; deputyId?: string; reason?: string; requestId: string },
  ): Promise<Officer[]> {
    await this.cases.detail(actor, caseId);
    return this.runner.run(
      actor,
      async (tx) => {
        await ownColleagues(tx, [accountId, ...(deputyId ? [deputyId] : [])]);
        if (deputyId === accountId) throw new DomainError('invalid', 'DEPUTY_SAME', 'Người thay phải là người khác. Hãy chọn lại.');
        await OfficerRows.replace(tx, { id: newId(), caseId, accountId, deputyId: deputyId ?? null, reason: reason ?? null });
        await AuditTrail.record(tx, { action: 'outreach.assign-officer', subject: { kind: 'case', id: caseId }, detail: { accountId } });
        return OfficerRows.history(tx, caseId);
      },
      { requestId },
    );
  }

  /** Everything the asking officer accompanies goes to a colleague. */
  async handOver(actor: Actor, to: string, reason: string, requestId: string): Promise<{ cases: number }> {
    return this.runner.run(
      actor,
      async (tx) => {
        await ownColleagues(tx, [to]);
        if (to === actor.accountId) throw new DomainError('invalid', 'DEPUTY_SAME', 'Người nhận phải là người khác. Hãy chọn lại.');
        const cases = await OfficerRows.handOver(tx, actor.accountId!, to, reason);
        await AuditTrail.record(tx, { action: 'outreach.hand-over', subject: { kind: 'account', id: to }, detail: { cases } });
        return { cases };
      },
      { requestId },
    );
  }
}

async function ownColleagues(tx: Tx, ids: readonly string[]): Promise<void> {
  if (!(await OfficerRows.seen(tx, ids))) throw notFound('Không tìm thấy tài khoản này trong phạm vi của bạn.');
  const known = new Set((await OfficerRows.colleagues(tx)).map(({ accountId }) => accountId));
  if (!ids.every((id) => known.has(id)))
    throw new DomainError(
      'invalid',
      'OFFICER_UNKNOWN',
      'Người được giao không thuộc đơn vị hoặc đã nghỉ. Hãy chọn đồng nghiệp đang làm việc.',
    );
}
