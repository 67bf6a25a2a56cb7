import { RecordMilestone } from '@app/casework';
import { type Actor, DomainError, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { DecideCommand, Proposal } from '../domain/overstay-proposal';
import { AlertRows } from '../persistence/alert-rows';
import { ProposalRows } from '../persistence/proposal-rows';

/** The department confirms or rejects: a second person who has seen the document. Only here does a case become an overstay. */
@Injectable()
export class DecideOverstay {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly milestones: RecordMilestone,
  ) {}

  async run(actor: Actor, command: DecideCommand): Promise<Proposal> {
    return this.runner.run(
      actor,
      async (tx) => {
        const proposal = await ProposalRows.lock(tx, command.proposalId);
        if (!proposal) throw notFound('Không tìm thấy đề nghị này trong phạm vi của bạn.');
        const { proposalId, caseId, documentId } = proposal;
        if (tx.actor.role !== 'department_officer')
          throw new DomainError(
            'forbidden',
            'OVERSTAY_CONFIRM_FORBIDDEN',
            'Chỉ Sở Nội vụ được xác nhận. Xã, trung tâm và doanh nghiệp đề nghị kèm văn bản.',
          );
        if (proposal.decision === command.decision) return { proposalId, caseId, documentId, decision: proposal.decision };
        if (proposal.decision)
          throw new DomainError('refused', 'PROPOSAL_DECIDED', 'Đề nghị này đã có kết quả. Hãy tải lại để xem.', {
            decision: proposal.decision,
          });
        if (!tx.actor.accountId || proposal.proposedBy === tx.actor.accountId)
          throw new DomainError(
            'refused',
            'SECOND_PERSON_NEEDED',
            'Người đề nghị không được tự xác nhận. Hãy để một cán bộ khác xem văn bản và quyết định.',
          );
        if (command.decision === 'rejected' && !command.note?.trim())
          throw new DomainError('invalid', 'REJECTION_REASON_MISSING', 'Hãy ghi lý do không xác nhận để nơi đề nghị biết cần bổ sung gì.', {
            field: 'note',
          });
        await ProposalRows.decide(tx, proposal, command);
        if (command.decision === 'confirmed') {
          await this.milestones.apply(tx, {
            caseId,
            requestId: `confirm:${proposalId}`,
            kind: 'OVERSTAY_CONFIRMED',
            effectiveOn: proposal.issuedOn,
            documentId,
            proof: 'documented',
          });
          await AlertRows.closeLive(tx, caseId, ['SUSPECTED_OVERSTAY', 'RETURN_UNCONFIRMED'], 'CONFIRMED');
        }
        await AuditTrail.record(tx, {
          action: 'overstay.decide',
          subject: { kind: 'case', id: caseId },
          province: proposal.provinceCode,
          detail: { decision: command.decision, documentId },
        });
        return { proposalId, caseId, documentId, decision: command.decision };
      },
      { requestId: command.requestId },
    );
  }
}
