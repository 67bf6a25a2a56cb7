import { OrganisationDirectory } from '@app/identity';
import { type Actor, DomainError, idOfRequest, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AgencyDeposit, DepositRows } from '../persistence/deposit-rows';
import { OrderRows } from '../persistence/order-rows';

export interface RecordDepositCommand extends AgencyDeposit {
  readonly agencyId: string;
  readonly requestId: string;
}

/** The department records what an agency has deposited for its licence (Law 69/2020/QH14, Art. 24); what stood before stays as history. */
@Injectable()
export class RecordDeposit {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws PROVINCE_NEEDED, NOT_FOUND, DATE_IN_FUTURE. */
  async run(actor: Actor, { requestId, ...deposit }: RecordDepositCommand): Promise<void> {
    const { scope } = actor;
    if (scope.kind !== 'province') throw new DomainError('forbidden', 'PROVINCE_NEEDED', 'Việc này do cán bộ phụ trách cả tỉnh làm.');
    await this.runner.run(
      actor,
      async (tx) => {
        const agency = await OrganisationDirectory.getById(tx, deposit.agencyId);
        if (agency.kind !== 'sending_agency') throw notFound('Không tìm thấy doanh nghiệp này.');
        if (deposit.from > (await OrderRows.today(tx)))
          throw new DomainError('refused', 'DATE_IN_FUTURE', 'Ngày ghi nằm sau hôm nay. Hãy kiểm tra lại ngày.');
        await DepositRows.add(tx, { ...deposit, province: scope.province, id: idOfRequest(actor, 'deposit', requestId) });
        await AuditTrail.record(tx, {
          action: 'agencies.record-deposit',
          subject: { kind: 'organisation', id: deposit.agencyId },
          detail: { amount: deposit.amount, from: deposit.from },
        });
      },
      { requestId },
    );
  }
}
