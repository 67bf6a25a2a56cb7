import { type Actor, DomainError, newId, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { deskOf } from '../domain/alert-answer';
import type { Proposal, ProposeCommand } from '../domain/overstay-proposal';
import { type ProposalCase, ProposalRows } from '../persistence/proposal-rows';

/** Agency, centre or commune propose with a document; the system itself only ever suspects (Decree 283/2026). */
@Injectable()
export class ProposeOverstay {
  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor, command: ProposeCommand): Promise<Proposal> {
    return this.runner.run(
      actor,
      async (tx) => {
        const found = await ProposalRows.lockCase(tx, command.caseId);
        if (!found) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
        const before = await ProposalRows.byRequest(tx, command.requestId);
        if (before) return before;
        const desk = deskOf(tx.actor.role);
        if (!desk || desk === 'department')
          throw new DomainError('forbidden', 'PROPOSAL_FORBIDDEN', 'Xã, trung tâm hoặc doanh nghiệp đề nghị; Sở Nội vụ là nơi xác nhận.');
        refuse(found, command);
        const ids = { proposal: newId(), document: newId() };
        await ProposalRows.propose(tx, ids, command);
        await AuditTrail.record(tx, {
          action: 'overstay.propose',
          subject: { kind: 'case', id: found.id },
          province: found.provinceCode,
          detail: { basis: command.basis, documentId: ids.document },
        });
        return { proposalId: ids.proposal, caseId: found.id, documentId: ids.document, decision: null };
      },
      { requestId: command.requestId },
    );
  }
}

function refuse(found: ProposalCase, command: ProposeCommand): void {
  const missing = (['number', 'issuer', 'issuedOn'] as const).filter((field) => !command[field]?.trim());
  if (missing.length)
    throw new DomainError(
      'invalid',
      'PROPOSAL_DOCUMENT_MISSING',
      'Đề nghị xác nhận cần văn bản: hãy ghi số, nơi ban hành và ngày văn bản.',
      { fields: missing },
    );
  if (command.issuedOn > found.today || (found.departedOn && command.issuedOn < found.departedOn))
    throw new DomainError('invalid', 'PROPOSAL_DATE_WRONG', 'Ngày văn bản phải sau ngày xuất cảnh và không sau hôm nay.', {
      field: 'issuedOn',
    });
  if (found.pending)
    throw new DomainError('refused', 'PROPOSAL_PENDING', 'Hồ sơ đã có một đề nghị đang chờ Sở Nội vụ xem xét. Hãy chờ kết quả.');
  if (!found.suspected)
    throw new DomainError(
      'refused',
      'OVERSTAY_NOT_SUSPECTED',
      'Hồ sơ không ở tình trạng chưa xác nhận về nước, nên chưa thể đề nghị xác nhận. Nếu thời hạn cư trú ghi sai, hãy sửa ngày trước.',
      { stage: found.stage },
    );
}
