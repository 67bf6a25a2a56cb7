import { type Actor, DomainError, idOfRequest, type LocalDate, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import {
  checkContractDecision,
  type ContractDecision,
  type ForeignPartner,
  type SupplyContract,
  type SupplyTerms,
} from '../domain/supply-contract';
import { SupplyRows } from '../persistence/supply-rows';
import { lookAgain } from './look-again';

export interface FileContractCommand {
  readonly partner: { readonly name: string; readonly registration?: string; readonly address?: string };
  readonly number: string;
  readonly market: string;
  readonly occupation: string;
  readonly employer: string;
  readonly quota: number;
  readonly signedOn: LocalDate;
  readonly validUntil?: LocalDate;
  readonly terms: SupplyTerms;
  readonly requestId: string;
}

/** Labour supply contracts of an agency with its foreign partners: filed by the agency, registered by the department on the ministry's answer. */
@Injectable()
export class SupplyContracts {
  constructor(private readonly runner: TransactionRunner) {}

  async list(actor: Actor, agencyId: string): Promise<{ partners: ForeignPartner[]; contracts: SupplyContract[] }> {
    return this.runner.run(actor, async (tx) => ({
      partners: await SupplyRows.partners(tx, agencyId),
      contracts: await SupplyRows.contracts(tx, agencyId),
    }));
  }

  async file(actor: Actor, { partner, requestId, validUntil, ...contract }: FileContractCommand): Promise<SupplyContract> {
    if (actor.scope.kind !== 'agency') throw new DomainError('forbidden', 'ROLE_NOT_ALLOWED', 'Hợp đồng cung ứng do doanh nghiệp gửi.');
    const { agencyId } = actor.scope;
    if (validUntil && validUntil < contract.signedOn)
      throw new DomainError('invalid', 'PERIOD_EMPTY', 'Ngày hết hiệu lực trước ngày ký. Hãy kiểm tra lại hai ngày này.');
    const id = idOfRequest(actor, 'supply-contract', requestId);
    return this.change(actor, requestId, 'agencies.file-contract', id, async (tx) => {
      const { name, registration = null, address = null } = partner;
      const partnerId = await SupplyRows.putPartner(tx, agencyId, {
        id: idOfRequest(actor, 'partner', requestId),
        name,
        market: contract.market,
        registration,
        address,
      });
      if (!(await SupplyRows.file(tx, { ...contract, id, agencyId, partnerId, validUntil: validUntil ?? null })))
        throw new DomainError('refused', 'CONTRACT_KNOWN', 'Hợp đồng cung ứng số này đã được gửi. Hãy mở hợp đồng đã có.');
    });
  }

  async decide(actor: Actor, contractId: string, decision: ContractDecision, requestId: string): Promise<SupplyContract> {
    return this.change(actor, requestId, 'agencies.decide-contract', contractId, async (tx) => {
      const { state } = await found(tx, contractId, true);
      checkContractDecision(state, decision);
      await SupplyRows.decide(tx, contractId, decision);
      await lookAgain(tx);
    });
  }

  private change(actor: Actor, requestId: string, action: string, id: string, work: (tx: Tx) => Promise<void>): Promise<SupplyContract> {
    return this.runner.run(
      actor,
      async (tx) => {
        await work(tx);
        const contract = await found(tx, id);
        await AuditTrail.record(tx, {
          action,
          subject: { kind: 'supply-contract', id },
          detail: { state: contract.state, quota: contract.quota },
        });
        return contract;
      },
      { requestId },
    );
  }
}

async function found(tx: Tx, id: string, lock = false): Promise<SupplyContract> {
  const contract = await SupplyRows.find(tx, id, lock);
  if (!contract) throw notFound('Không tìm thấy hợp đồng cung ứng này trong phạm vi của bạn.');
  return contract;
}
