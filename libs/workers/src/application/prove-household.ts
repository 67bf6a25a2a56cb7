import { DeskTasks } from '@app/identity';
import { type Actor, addDays, DomainError, newId, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { decideProof, type HouseholdAnswer, type HouseholdRule } from '../domain/household-proof';
import { type HouseholdLine, type HouseholdOf, HouseholdRows } from '../persistence/household-rows';

const KIND = 'CONFIRM_HOUSEHOLD';

/** Whose household is asked about, and for which case: the commune sees the case beside the question. */
export interface HouseholdAsked {
  readonly workerId: string;
  readonly caseId: string;
}

/** Asks the commune whether a household stands in its list, and takes its answer: proof for a loan, with day, list and who said it. */
@Injectable()
export class ProveHousehold {
  constructor(private readonly runner: TransactionRunner) {}

  /** One task each on the phone of the commune; what waits there already is not asked again, and follows a family that moved. Returns how many tasks are new. Who has no commune yet is left out. */
  static async ask(tx: Tx, asked: readonly HouseholdAsked[]): Promise<number> {
    const people = (
      await HouseholdRows.people(
        tx,
        asked.map(({ workerId }) => workerId),
      )
    ).filter((one): one is HouseholdOf & { communeCode: string } => one.communeCode !== null);
    if (people.length === 0) return 0;
    const waiting = new Map(
      (
        await HouseholdRows.open(
          tx,
          people.map(({ workerId }) => workerId),
        )
      ).map((one) => [one.workerId, one]),
    );
    const moved = people.flatMap((one) => {
      const open = waiting.get(one.workerId);
      return open && open.communeCode !== one.communeCode ? [{ ...one, id: open.id }] : [];
    });
    for (const { id, workerId, communeCode } of moved) {
      await DeskTasks.closeOfWorker(tx, { workerId, kind: KIND, relative: false }, 'moved');
      await HouseholdRows.redirect(tx, id, communeCode);
    }
    const fresh = people.filter(({ workerId }) => !waiting.has(workerId)).map((one) => ({ ...one, id: newId() }));
    const made = await HouseholdRows.ask(tx, fresh);
    const rule = (await PolicyBook.at(tx)).requireValue<HouseholdRule>('household.proof');
    const dueOn = addDays(await HouseholdRows.today(tx), rule.answerDays);
    const caseOf = new Map(asked.map(({ workerId, caseId }) => [workerId, caseId]));
    return DeskTasks.openMany(
      tx,
      [...moved, ...fresh.filter(({ id }) => made.has(id))].map(({ id, workerId, provinceCode, communeCode, declared }) => ({
        desk: 'commune',
        province: provinceCode,
        commune: communeCode,
        kind: KIND,
        dedupeKey: `household:${newId()}`,
        caseId: caseOf.get(workerId)!,
        workerId,
        detail: { questionId: id, declared },
        dueOn,
      })),
    );
  }

  /** What waits for an answer goes to the commune the person has moved to. */
  static async follow(tx: Tx, workerId: string): Promise<void> {
    const [open] = await HouseholdRows.open(tx, [workerId]);
    if (open?.caseId) await ProveHousehold.ask(tx, [{ workerId, caseId: open.caseId }]);
  }

  /** Throws NOT_FOUND, HOUSEHOLD_ANSWERED, and what {@link decideProof} throws. */
  async answer(actor: Actor, taskId: number, command: HouseholdAnswer & { requestId: string }): Promise<void> {
    await this.runner.run(
      actor,
      async (tx) => {
        const question = await HouseholdRows.ofTask(tx, taskId);
        if (!question) throw notFound('Không tìm thấy câu hỏi này trong phạm vi của bạn.');
        if (question.answered)
          throw new DomainError('refused', 'HOUSEHOLD_ANSWERED', 'Câu hỏi này đã được trả lời. Hãy tải lại danh sách.');
        const rule = (await PolicyBook.at(tx)).requireValue<HouseholdRule>('household.proof');
        const until = decideProof(command, await HouseholdRows.today(tx), rule);
        await HouseholdRows.answer(tx, question.id, command);
        await HouseholdRows.prove(tx, question.workerId, command, until);
        await DeskTasks.finish(tx, taskId, 'answered');
        await AuditTrail.record(tx, {
          action: 'workers.prove-household',
          subject: { kind: 'worker', id: question.workerId },
          detail: { questionId: question.id },
        });
      },
      { requestId: command.requestId },
    );
  }

  /** What was asked about the person's household and answered, newest first. */
  static async history(tx: Tx, workerId: string): Promise<HouseholdLine[]> {
    return HouseholdRows.history(tx, workerId);
  }
}
