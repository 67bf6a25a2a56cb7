import { type Actor, DomainError, newId, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { decidePublication } from '../domain/decide-publication';
import { type FileFault, readPolicyRows } from '../domain/policy-file';
import type { PolicyRow } from '../domain/policy-rule';
import { PolicyRepository } from '../persistence/policy-repository';
import { type PolicyProposal, ProposalRows } from '../persistence/proposal-rows';
import { refuseFaults } from './publish-policies';

/** Rules over the network: one person proposes, a second one approves and thereby publishes. The checks are those of {@link PublishPolicies}, twice. */
@Injectable()
export class ProposePolicies {
  constructor(private readonly runner: TransactionRunner) {}

  async open(actor: Actor): Promise<PolicyProposal[]> {
    return this.runner.run(actor, (tx) => ProposalRows.open(tx));
  }

  /** @param rows as in a policy file. Throws POLICY_FILE_REFUSED. */
  async propose(
    actor: Actor,
    rows: readonly unknown[],
    requestId: string,
  ): Promise<{ proposalId: string; rules: number; unchanged: number }> {
    const faults: FileFault[] = [];
    const given = readPolicyRows(rows, faults);
    refuseFaults(faults);
    const proposalId = newId();
    return this.runner.run(
      actor,
      async (tx) => {
        const { add, unchanged } = await checkPublication(tx, given);
        if (!add.length)
          throw new DomainError('invalid', 'POLICY_NOTHING_NEW', 'Các quy tắc này đã có nguyên văn. Không có gì để đề nghị.');
        await ProposalRows.add(tx, proposalId, add);
        await AuditTrail.record(tx, {
          action: 'policy.propose',
          subject: { kind: 'policy', id: proposalId },
          detail: { rules: add.map(named) },
        });
        return { proposalId, rules: add.length, unchanged };
      },
      { requestId },
    );
  }

  /** Throws NOT_FOUND, SECOND_PERSON_NEEDED, POLICY_FILE_REFUSED when days have passed since. Repeating it changes nothing. */
  async approve(actor: Actor, proposalId: string, requestId: string): Promise<{ proposalId: string; rules: number }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const proposal = await ProposalRows.find(tx, proposalId);
        if (!proposal) throw notFound('Không có đề nghị này.');
        if (proposal.authorId === tx.actor.accountId)
          throw new DomainError(
            'refused',
            'SECOND_PERSON_NEEDED',
            'Người đề nghị không được tự duyệt. Hãy để một người khác xem căn cứ và duyệt.',
          );
        if (proposal.approvedAt) return { proposalId, rules: 0 };
        await checkPublication(tx, proposal.rules);
        const rules = await ProposalRows.approve(tx, proposalId);
        if (rules)
          await AuditTrail.record(tx, {
            action: 'policy.publish',
            subject: { kind: 'policy', id: proposalId },
            detail: { rules: proposal.rules.map(named), enteredBy: proposal.proposedBy, approvedBy: tx.actor.login },
          });
        return { proposalId, rules };
      },
      { requestId },
    );
  }
}

/** The checks of a publication. Throws POLICY_FILE_REFUSED with every fault. */
export async function checkPublication(tx: Tx, rows: readonly PolicyRow[]) {
  const standing = await PolicyRepository.standing(tx, [...new Set(rows.map((row) => row.key))]);
  const publication = decidePublication(rows, standing, await PolicyRepository.businessDay(tx));
  refuseFaults(publication.faults);
  return publication;
}

const named = (row: PolicyRow): string => `${row.key} ${row.market} ${row.from}`;
