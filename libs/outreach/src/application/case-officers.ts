import { CaseQueries } from '@app/casework';
import { DeskTasks } from '@app/identity';
import { type Actor, DomainError, idOfRequest, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Colleague, type Officer, OfficerRows } from '../persistence/officer-rows';

export interface HandOverCommand {
  /** Whose; default: the asking account's. */
  readonly from?: string;
  readonly to: string;
  readonly reason: string;
  /** Cases with something open that nobody accompanies: they get the successor too. */
  readonly also?: readonly string[];
  /** Open tasks of the desk, told to the successor. */
  readonly tasks?: number;
  readonly requestId: string;
}

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

  async colleagues(actor: Actor): Promise<Colleague[]> {
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
        await replaceable(tx, caseId);
        const id = idOfRequest(actor, 'officer', requestId);
        await OfficerRows.replace(tx, { id, caseId, accountId, deputyId: deputyId ?? null, reason: reason ?? null });
        await AuditTrail.record(tx, { action: 'outreach.assign-officer', subject: { kind: 'case', id: caseId }, detail: { accountId } });
        return OfficerRows.history(tx, caseId);
      },
      { requestId },
    );
  }

  /** Everything that an officer accompanies goes to a colleague: the asking one's, or that of somebody of the same office who is ill or has left. */
  async handOver(
    actor: Actor,
    { from = actor.accountId!, to, reason, also = [], tasks = 0, requestId }: HandOverCommand,
  ): Promise<{ cases: number }> {
    return this.runner.run(
      actor,
      async (tx) => {
        await ownColleagues(tx, [to]);
        if (from !== actor.accountId && !(await OfficerRows.ofOwnOffice(tx, from))) throw unknownAccount();
        if (to === from) throw new DomainError('invalid', 'DEPUTY_SAME', 'Người nhận phải là người khác. Hãy chọn lại.');
        const cases = (await OfficerRows.handOver(tx, from, to, reason)) + (await OfficerRows.assignFree(tx, also, to));
        const { scope } = actor;
        if (scope.kind === 'commune')
          await DeskTasks.open(tx, {
            desk: 'commune',
            province: scope.province,
            commune: scope.communes[0],
            kind: 'HANDED_OVER',
            dedupeKey: `hand-over:${from}:${requestId}`,
            detail: { from, to, cases, tasks },
          });
        await AuditTrail.record(tx, { action: 'outreach.hand-over', subject: { kind: 'account', id: to }, detail: { cases, from } });
        return { cases };
      },
      { requestId },
    );
  }
}

async function ownColleagues(tx: Tx, ids: readonly string[]): Promise<void> {
  if (!(await OfficerRows.seen(tx, ids))) throw unknownAccount();
  const known = new Set((await OfficerRows.colleagues(tx)).filter(({ active }) => active).map(({ accountId }) => accountId));
  if (!ids.every((id) => known.has(id)))
    throw new DomainError(
      'invalid',
      'OFFICER_UNKNOWN',
      'Người được giao không thuộc đơn vị hoặc đã nghỉ. Hãy chọn đồng nghiệp đang làm việc.',
    );
}

/** An office ends only what its own people accompany; the centre, which answers for everybody of the province, also others'. */
async function replaceable(tx: Tx, caseId: string): Promise<void> {
  const officer = await OfficerRows.now(tx, caseId);
  if (!officer || tx.actor.role === 'centre_staff' || officer.organisationId === tx.actor.organisationId) return;
  throw new DomainError(
    'forbidden',
    'OFFICER_OF_OTHERS',
    'Hồ sơ đang do cán bộ của đơn vị khác phụ trách. Hãy đề nghị đơn vị đó hoặc trung tâm bàn giao.',
  );
}

function unknownAccount(): DomainError {
  return notFound('Không tìm thấy tài khoản này trong phạm vi của bạn.');
}
