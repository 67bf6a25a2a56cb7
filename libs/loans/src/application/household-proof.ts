import { type Actor, DomainError, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { type HouseholdLine, ProveHousehold } from '@app/workers';
import { Injectable } from '@nestjs/common';
import { type BorrowerRow, BorrowerRows } from '../persistence/borrower-rows';

/** What is known of a borrower's household: the class that counts, whether it is proven, and what the commune was asked. */
export interface HouseholdStanding {
  /** Class written down by whoever registered the person, without a list behind it. */
  readonly unproven: string | null;
  /** Class the commune confirmed; it counts for rates. */
  readonly proven: string | null;
  readonly questions: readonly HouseholdLine[];
}

/** The class of a household as a loan needs it: seen beside the case, asked of the commune by the centre or the bank. */
@Injectable()
export class HouseholdProof {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND out of scope. */
  async of(actor: Actor, caseId: string): Promise<HouseholdStanding> {
    return this.runner.run(actor, async (tx) => {
      const facts = one(await BorrowerRows.facts(tx, [caseId]));
      return {
        unproven: facts.unproven[0] ?? null,
        proven: facts.groups.find((group) => HOUSEHOLDS.includes(group)) ?? null,
        questions: await ProveHousehold.history(tx, facts.workerId),
      };
    });
  }

  /** Throws NOT_FOUND, COMMUNE_UNKNOWN, HOUSEHOLD_ASKED. */
  async ask(actor: Actor, caseId: string, requestId: string): Promise<void> {
    await this.runner.run(
      actor,
      async (tx) => {
        const { workerId, provinceCode, communeName } = one(await BorrowerRows.facts(tx, [caseId]));
        if (!communeName)
          throw new DomainError(
            'refused',
            'COMMUNE_UNKNOWN',
            'Chưa biết người này thuộc xã nào. Hãy chọn xã cư trú trong hồ sơ rồi hỏi lại.',
          );
        if ((await ProveHousehold.ask(tx, [{ workerId, caseId }])) === 0)
          throw new DomainError('refused', 'HOUSEHOLD_ASKED', 'Xã đã nhận câu hỏi này và chưa trả lời. Hãy chờ hoặc gọi cho xã.');
        await AuditTrail.record(tx, { action: 'loans.ask-household', subject: { kind: 'case', id: caseId }, province: provinceCode });
      },
      { requestId },
    );
  }
}

const HOUSEHOLDS = ['POOR', 'NEAR_POOR'];

function one(facts: readonly BorrowerRow[]): BorrowerRow {
  if (!facts[0]) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
  return facts[0];
}
