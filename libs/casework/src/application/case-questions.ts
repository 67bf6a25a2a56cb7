import { DeskTasks } from '@app/identity';
import { type Actor, DomainError, newId, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { CaseQuestion } from '../domain/case-question';
import { type AskedCase, CaseQuestionRows } from '../persistence/case-question-rows';

/** A question of the commune to the centre, pinned to a case: a task for the centre's desk, and its answer a task for the commune's. */
@Injectable()
export class CaseQuestions {
  constructor(private readonly runner: TransactionRunner) {}

  async ofCase(actor: Actor, caseId: string): Promise<CaseQuestion[]> {
    return this.runner.run(actor, async (tx) => {
      await seen(tx, caseId);
      return CaseQuestionRows.ofCase(tx, caseId);
    });
  }

  /** Throws NOT_FOUND. */
  async ask(
    actor: Actor,
    { caseId, text, requestId }: { caseId: string; text: string; requestId: string },
  ): Promise<{ questionId: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const about = await seen(tx, caseId);
        const questionId = newId();
        await CaseQuestionRows.ask(tx, questionId, caseId, text);
        await DeskTasks.open(tx, {
          desk: 'centre',
          ...placeOf(about),
          kind: 'COMMUNE_QUESTION',
          dedupeKey: `question:${questionId}`,
          detail: { caseCode: about.code, questionId },
        });
        await this.note(tx, about, 'casework.ask');
        return { questionId };
      },
      { requestId },
    );
  }

  /** Throws NOT_FOUND, QUESTION_ANSWERED. */
  async answer(
    actor: Actor,
    { questionId, text, requestId }: { questionId: string; text: string; requestId: string },
  ): Promise<{ questionId: string; caseId: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const question = await CaseQuestionRows.lock(tx, questionId);
        if (!question) throw notFound('Không tìm thấy câu hỏi này trong phạm vi của bạn.');
        if (question.answer !== null)
          throw new DomainError('refused', 'QUESTION_ANSWERED', 'Câu hỏi này đã được trả lời. Hãy tải lại để xem câu trả lời.');
        const about = await seen(tx, question.caseId);
        await CaseQuestionRows.answer(tx, questionId, text);
        await DeskTasks.close(tx, `question:${questionId}`, 'answered');
        await DeskTasks.open(tx, {
          desk: 'commune',
          ...placeOf(about),
          kind: 'CENTRE_ANSWERED',
          dedupeKey: `answer:${questionId}`,
          detail: { caseCode: about.code, questionId },
        });
        await this.note(tx, about, 'casework.answer-question');
        return { questionId, caseId: question.caseId };
      },
      { requestId },
    );
  }

  /** "This family is not of our commune": the centre looks, with the commune that the officer names. Said twice on a day it is one task. */
  async disownPlace(
    actor: Actor,
    { caseId, communeCode, requestId }: { caseId: string; communeCode?: string; requestId: string },
  ): Promise<void> {
    await this.runner.run(
      actor,
      async (tx) => {
        const about = await seen(tx, caseId);
        await DeskTasks.open(tx, {
          desk: 'centre',
          ...placeOf(about),
          kind: 'WRONG_COMMUNE',
          dedupeKey: `wrong-commune:${caseId}:${communeCode ?? ''}:${about.communeCode ?? ''}`,
          detail: { caseCode: about.code, suggested: communeCode },
        });
        await this.note(tx, about, 'casework.disown-place');
      },
      { requestId },
    );
  }

  private async note(tx: Tx, about: AskedCase, action: string): Promise<void> {
    await AuditTrail.record(tx, { action, subject: { kind: 'case', id: about.id }, province: about.provinceCode });
  }
}

async function seen(tx: Tx, caseId: string): Promise<AskedCase> {
  const found = await CaseQuestionRows.caseOf(tx, caseId);
  if (!found) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
  return found;
}

const placeOf = (about: AskedCase) => ({
  province: about.provinceCode,
  commune: about.communeCode,
  caseId: about.id,
  workerId: about.workerId,
});
