import { groundsOf, orderRefusal, OrderRows, permits, refuseUse } from '@app/agencies';
import { RecordMilestone } from '@app/casework';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type DeclineReason, PROPOSAL_REFUSALS, type ProposalRefusal, type ProposalState, refuseProposal } from '../domain/proposal';
import { type ProposalLine, ProposalRows } from '../persistence/proposal-rows';
import { CheckEligibility } from './check-eligibility';

export interface ProposalVerdict {
  readonly caseId: string;
  readonly verdict: 'proposed' | 'unchanged' | 'refused';
  readonly code: string | null;
  readonly message: string | null;
}

export interface ProposalAnswer {
  readonly proposalId: string;
  readonly answer: 'accept' | 'decline';
  /** Needed with a decline. */
  readonly reason?: DeclineReason;
  readonly note?: string;
}

export interface AnsweredProposal {
  readonly proposalId: string;
  readonly state: ProposalState | 'refused';
  readonly code: string | null;
  readonly message: string | null;
}

/** The centre offers counselled people to an order's agency; the agency accepts, and the case becomes its own, or declines with a reason. */
@Injectable()
export class ProposeCandidates {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly milestones: RecordMilestone,
    private readonly eligibility: CheckEligibility,
  ) {}

  async list(
    actor: Actor,
    filter: { orderId?: string; state?: ProposalState; after?: string; limit?: number },
  ): Promise<{ proposals: ProposalLine[]; next?: string }> {
    const limit = Math.min(Math.max(filter.limit ?? 50, 1), 100);
    if (filter.after !== undefined && !/^[0-9a-f-]{36}$/.test(filter.after))
      throw new DomainError('malformed', 'CURSOR_UNREADABLE', 'Vị trí trang không hợp lệ. Hãy tải lại danh sách từ đầu.');
    const rows = await this.runner.run(actor, (tx) => ProposalRows.list(tx, { ...filter, limit: limit + 1 }));
    return { proposals: rows.slice(0, limit), ...(rows.length > limit && { next: rows[limit - 1]!.id }) };
  }

  async propose(
    actor: Actor,
    orderId: string,
    caseIds: readonly string[],
    note: string | null,
    requestId: string,
  ): Promise<ProposalVerdict[]> {
    return this.runner.run(
      actor,
      async (tx) => {
        const order = await OrderRows.lock(tx, orderId);
        if (!order) throw notFound('Không tìm thấy đơn hàng này trong phạm vi của bạn.');
        const grounds = await groundsOf(tx, { ...order, contractId: order.terms.contractId }, order.today);
        const refused = refuseUse(order, grounds);
        if (refused) throw orderRefusal(refused);
        const cases = new Map((await ProposalRows.cases(tx, orderId, caseIds)).map((one) => [one.caseId, one]));
        const barred = await this.barred(
          tx,
          orderId,
          [...cases.values()].map(({ workerId }) => workerId),
        );
        const permitted = (place: Parameters<typeof permits>[1]) =>
          grounds.publicOffice || permits(grounds.permissions, place, order.today);
        const verdicts = [...new Set(caseIds)].map((caseId): ProposalVerdict => {
          const one = cases.get(caseId);
          if (!one) return told(caseId, 'CANDIDATE_UNKNOWN');
          if (one.earlier === 'proposed' || one.earlier === 'accepted') return { caseId, verdict: 'unchanged', code: null, message: null };
          const code = refuseProposal(one, { agencyId: order.agencyId, permitted }, barred.get(one.workerId) ?? []);
          return code ? told(caseId, code) : { caseId, verdict: 'proposed', code: null, message: null };
        });
        const going = verdicts.filter(({ verdict }) => verdict === 'proposed').map(({ caseId }) => caseId);
        await ProposalRows.propose(tx, orderId, order.agencyId, going, note);
        await AuditTrail.record(tx, {
          action: 'outreach.propose',
          subject: { kind: 'job-order', id: orderId },
          detail: { proposed: going.length },
        });
        return verdicts;
      },
      { requestId },
    );
  }

  /** Each answer by itself: one that comes too late stops no other. */
  async answer(actor: Actor, answers: readonly ProposalAnswer[], requestId: string): Promise<AnsweredProposal[]> {
    const told: AnsweredProposal[] = [];
    for (const answer of answers) {
      try {
        const state = await this.runner.run(actor, (tx) => this.one(tx, answer, requestId), { requestId });
        told.push({ proposalId: answer.proposalId, state, code: null, message: null });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        told.push({ proposalId: answer.proposalId, state: 'refused', code: error.code, message: error.message });
      }
    }
    return told;
  }

  private async one(tx: Tx, { proposalId, answer, reason, note }: ProposalAnswer, requestId: string): Promise<ProposalState> {
    const proposal = await ProposalRows.lock(tx, proposalId);
    if (!proposal || proposal.agencyId !== tx.actor.organisationId) throw notFound('Không tìm thấy đề nghị này.');
    const wanted = answer === 'accept' ? 'accepted' : 'declined';
    if (proposal.state === wanted) return wanted;
    if (proposal.state !== 'proposed')
      throw new DomainError('refused', 'PROPOSAL_STATE', 'Đề nghị này đã được trả lời. Hãy tải lại danh sách.');
    if (wanted === 'declined') {
      if (!reason)
        throw new DomainError('invalid', 'REASON_MISSING', 'Chưa có lý do từ chối. Hãy chọn lý do để trung tâm tư vấn đơn hàng khác.');
      await ProposalRows.answer(tx, proposalId, wanted, reason, note ?? null);
      return wanted;
    }
    if (!(await ProposalRows.admit(tx, proposalId)))
      throw new DomainError('refused', 'CANDIDATE_GONE', 'Người này đã đi theo đơn vị khác hoặc đã rút hồ sơ. Hãy từ chối đề nghị này.');
    await this.milestones.apply(tx, {
      caseId: proposal.caseId,
      requestId: `${requestId}:${proposalId}`,
      kind: 'SOURCED',
      effectiveOn: await OrderRows.today(tx),
      detail: { agencyId: proposal.agencyId },
    });
    await ProposalRows.answer(tx, proposalId, wanted, null, note ?? null);
    return wanted;
  }

  private async barred(tx: Tx, orderId: string, workerIds: readonly string[]) {
    const { people } = await this.eligibility.apply(tx, { orderId, workerIds });
    return new Map(
      people.map(({ workerId, findings }) => [workerId, findings.filter(({ outcome }) => outcome === 'refused').map(({ rule }) => rule)]),
    );
  }
}

function told(caseId: string, code: ProposalRefusal): ProposalVerdict {
  return { caseId, verdict: 'refused', code, message: PROPOSAL_REFUSALS[code] };
}
