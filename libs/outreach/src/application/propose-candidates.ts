import { groundsOf, orderRefusal, OrderRows, permits, type RecruitmentPlace, refuseUse } from '@app/agencies';
import { RecordMilestone } from '@app/casework';
import { type Actor, DomainError, notFound, readMomentCursor, writeMomentCursor } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type DeclineReason, PROPOSAL_REFUSALS, type ProposalRefusal, type ProposalState, refuseProposal } from '../domain/proposal';
import { type ProposalLine, ProposalRows, type StoredProposal } from '../persistence/proposal-rows';
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
    const after = readMomentCursor(filter.after);
    const rows = await this.runner.run(actor, (tx) => ProposalRows.list(tx, { ...filter, after, limit: limit + 1 }));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { proposals: rows.slice(0, limit).map(shown), ...(last && { next: writeMomentCursor(last) }) };
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
        const open = await openOrder(tx, orderId);
        const cases = new Map((await ProposalRows.cases(tx, orderId, caseIds)).map((one) => [one.caseId, one]));
        const barred = await this.barred(
          tx,
          orderId,
          [...cases.values()].map(({ workerId }) => workerId),
        );
        const verdicts = [...new Set(caseIds)].map((caseId): ProposalVerdict => {
          const one = cases.get(caseId);
          if (!one) return told(caseId, 'CANDIDATE_UNKNOWN');
          if (one.earlier === 'proposed' || one.earlier === 'accepted') return { caseId, verdict: 'unchanged', code: null, message: null };
          const code = refuseProposal(one, open, barred.get(one.workerId) ?? []);
          return code ? told(caseId, code) : { caseId, verdict: 'proposed', code: null, message: null };
        });
        const going = verdicts.filter(({ verdict }) => verdict === 'proposed').map(({ caseId }) => caseId);
        await ProposalRows.propose(tx, orderId, open.agencyId, going, note);
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
    const proposal = await ProposalRows.find(tx, proposalId);
    if (!proposal || proposal.agencyId !== tx.actor.organisationId) throw notFound('Không tìm thấy đề nghị này.');
    if (answer === 'accept') return this.accept(tx, proposal, note ?? null, requestId);
    if ((await lockedOpen(tx, proposalId, 'declined')) === 'declined') return 'declined';
    if (!reason)
      throw new DomainError('invalid', 'REASON_MISSING', 'Chưa có lý do từ chối. Hãy chọn lý do để trung tâm tư vấn đơn hàng khác.');
    await ProposalRows.answer(tx, proposalId, 'declined', reason, note ?? null);
    return 'declined';
  }

  /**
   * Judged again by what holds now: days lie between an offer and its answer. The order's row comes first, then the case's, then the proposal's:
   * a case that passes to somebody ends the other offers of the person.
   */
  private async accept(tx: Tx, { id, caseId, orderId, agencyId, state }: StoredProposal, note: string | null, requestId: string) {
    if (state === 'accepted') return state;
    const open = await openOrder(tx, orderId);
    const admitted = await ProposalRows.admit(tx, id);
    if ((await lockedOpen(tx, id, 'accepted')) === 'accepted') return 'accepted';
    if (!admitted) throw gone();
    const [person] = await ProposalRows.cases(tx, orderId, [caseId]);
    if (!person) throw gone();
    const refused = refuseProposal(
      { ...person, earlier: null },
      open,
      (await this.barred(tx, orderId, [person.workerId])).get(person.workerId) ?? [],
    );
    if (refused) throw new DomainError('refused', refused, PROPOSAL_REFUSALS[refused]);
    await this.milestones.apply(tx, {
      caseId,
      requestId: `${requestId}:${id}`,
      kind: 'SOURCED',
      effectiveOn: open.today,
      detail: { agencyId },
    });
    await ProposalRows.answer(tx, id, 'accepted', null, note);
    await ProposalRows.withdrawOthers(tx, id, caseId);
    return 'accepted' as const;
  }

  private async barred(tx: Tx, orderId: string, workerIds: readonly string[]) {
    const { people } = await this.eligibility.apply(tx, { orderId, workerIds });
    return new Map(
      people.map(({ workerId, findings }) => [workerId, findings.filter(({ outcome }) => outcome === 'refused').map(({ rule }) => rule)]),
    );
  }
}

/** The order with its grounds, kept as it is until the end of the transaction. Throws NOT_FOUND, ORDER_CLOSED, LICENCE_NOT_VALID … */
async function openOrder(tx: Tx, orderId: string) {
  const order = await OrderRows.lock(tx, orderId);
  if (!order) throw notFound('Không tìm thấy đơn hàng này trong phạm vi của bạn.');
  const grounds = await groundsOf(tx, { ...order, contractId: order.terms.contractId }, order.today);
  const refused = refuseUse(order, grounds);
  if (refused) throw orderRefusal(refused);
  const permitted = (place: RecruitmentPlace) => grounds.publicOffice || permits(grounds.permissions, place, order.today);
  return { agencyId: order.agencyId, today: order.today, permitted };
}

/** `proposed`, or the answer that is wanted and stands already. Throws CANDIDATE_GONE, PROPOSAL_STATE. */
async function lockedOpen(tx: Tx, id: string, wanted: 'accepted' | 'declined'): Promise<ProposalState> {
  const state = await ProposalRows.lock(tx, id);
  if (state === 'proposed' || state === wanted) return state;
  throw state === 'withdrawn'
    ? gone()
    : new DomainError('refused', 'PROPOSAL_STATE', 'Đề nghị này đã được trả lời. Hãy tải lại danh sách.');
}

function gone(): DomainError {
  return new DomainError('refused', 'CANDIDATE_GONE', 'Người này đã đi theo đơn vị khác hoặc đã rút hồ sơ. Hãy tải lại danh sách.');
}

/** Without the moment that only the cursor needs. */
function shown(row: ProposalLine & { at: string }): ProposalLine {
  const { at: _, ...line } = row;
  return line;
}

function told(caseId: string, code: ProposalRefusal): ProposalVerdict {
  return { caseId, verdict: 'refused', code, message: PROPOSAL_REFUSALS[code] };
}
