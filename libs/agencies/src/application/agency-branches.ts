import { OrganisationDirectory } from '@app/identity';
import { type Actor, DomainError, idOfRequest, type LocalDate, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { BranchRows, type AgencyBranch } from '../persistence/branch-rows';

export interface OpenBranchCommand {
  readonly agencyId: string;
  readonly name: string;
  readonly address: string;
  readonly from: LocalDate;
  readonly lastDay?: LocalDate;
  readonly basis: string;
  readonly requestId: string;
}

/** Branches of an agency by date (Law 69/2020/QH14, Art. 11); the department of the province where one stands records it. */
@Injectable()
export class AgencyBranches {
  constructor(private readonly runner: TransactionRunner) {}

  async list(actor: Actor, agencyId: string): Promise<AgencyBranch[]> {
    return this.runner.run(actor, (tx) => BranchRows.of(tx, agencyId));
  }

  async open(actor: Actor, { requestId, lastDay, ...branch }: OpenBranchCommand): Promise<AgencyBranch[]> {
    const { scope } = actor;
    if (scope.kind !== 'province') throw new DomainError('forbidden', 'PROVINCE_NEEDED', 'Việc này do cán bộ phụ trách cả tỉnh làm.');
    if (lastDay && lastDay < branch.from)
      throw new DomainError('invalid', 'PERIOD_EMPTY', 'Ngày kết thúc trước ngày bắt đầu. Hãy kiểm tra lại hai ngày này.');
    return this.runner.run(
      actor,
      async (tx) => {
        await OrganisationDirectory.getById(tx, branch.agencyId);
        await BranchRows.add(tx, {
          ...branch,
          id: idOfRequest(actor, 'branch', requestId),
          provinceCode: scope.province,
          lastDay: lastDay ?? null,
        });
        await AuditTrail.record(tx, {
          action: 'agencies.open-branch',
          subject: { kind: 'organisation', id: branch.agencyId },
          detail: { from: branch.from },
        });
        return BranchRows.of(tx, branch.agencyId);
      },
      { requestId },
    );
  }

  /** The branch exists until its last day; the row stays as history. */
  async close(actor: Actor, branchId: string, lastDay: LocalDate, requestId: string): Promise<AgencyBranch[]> {
    return this.runner.run(
      actor,
      async (tx) => {
        const agencyId = await BranchRows.close(tx, branchId, lastDay);
        if (!agencyId) throw notFound('Không tìm thấy chi nhánh đang hoạt động này trong tỉnh vào ngày đã chọn. Hãy kiểm tra lại ngày.');
        await AuditTrail.record(tx, {
          action: 'agencies.close-branch',
          subject: { kind: 'organisation', id: agencyId },
          detail: { lastDay },
        });
        return BranchRows.of(tx, agencyId);
      },
      { requestId },
    );
  }
}
