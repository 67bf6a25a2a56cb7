import { Injectable } from '@nestjs/common';
import { type Actor, notFound } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { carriedPapers } from '../domain/carry-papers';
import { judgedFor } from '../domain/case-papers';
import type { Guard } from '../domain/guards';
import { CaseMatchingRows } from '../persistence/case-matching-rows';
import { CaseRepository } from '../persistence/case-repository';
import { factsOf } from '../persistence/case-row';
import { CaseRuleBook } from './case-rules';
import { RecordMilestone } from './record-milestone';

/** Takes the papers of the person's earlier cases over that still serve this one: seasonal work and border turns begin with most of them. A repeat finds nothing left. */
@Injectable()
export class CarryPapers {
  private readonly book = new CaseRuleBook();

  constructor(
    private readonly runner: TransactionRunner,
    private readonly milestones: RecordMilestone,
  ) {}

  async run(actor: Actor, command: { caseId: string; requestId: string }): Promise<{ carried: Guard[] }> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  private async apply(tx: Tx, { caseId, requestId }: { caseId: string; requestId: string }): Promise<{ carried: Guard[] }> {
    const row = await CaseRepository.lock(tx, caseId);
    if (!row) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
    const carried: Guard[] = [];
    const earlier = await CaseMatchingRows.othersOf(tx, row.worker_id, caseId);
    let facts = factsOf(row);
    const rules = (await this.book.rules(tx, row.today))(facts);
    for (const from of earlier.map((other) => factsOf(other)))
      for (const { guard, evidence } of carriedPapers(from, facts, rules, judgedFor(facts, row.today))) {
        const { on, until, reference, pass, terms } = evidence;
        await this.milestones.apply(tx, {
          caseId,
          kind: 'GUARD_PROVEN',
          effectiveOn: on,
          requestId: `${requestId}:${guard}`,
          detail: {
            guard,
            ...(until && { validUntil: until }),
            ...(reference && { reference }),
            ...(pass && { pass }),
            ...(terms?.occupation && { occupation: terms.occupation }),
          },
        });
        facts = { ...facts, guards: { ...facts.guards, [guard]: evidence } };
        carried.push(guard);
      }
    return { carried };
  }
}
