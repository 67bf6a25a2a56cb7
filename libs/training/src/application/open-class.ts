import { type Actor, DomainError, newId } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import type { ClassKind, ClassTerms } from '../domain/training-class';
import { ClassRows } from '../persistence/class-rows';

/** Opens a class of the actor's organisation. The periods a certificate asks for are the rule's of this day (`training.required_periods`). */
@Injectable()
export class OpenClass {
  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor, { requestId, ...terms }: ClassTerms & { requestId: string }): Promise<{ classId: string }> {
    if (terms.endsOn < terms.startsOn)
      throw new DomainError('invalid', 'CLASS_ENDS_BEFORE_START', 'Ngày kết thúc trước ngày khai giảng. Hãy kiểm tra lại hai ngày này.');
    return this.runner.run(
      actor,
      async (tx) => {
        const periods = (await PolicyBook.at(tx, terms.startsOn)).value<Record<ClassKind, number | null>>(
          'training.required_periods',
          terms.market,
        );
        const id = newId();
        if (!(await ClassRows.insert(tx, id, terms, { requestId, requiredPeriods: periods?.[terms.kind] ?? null })))
          return { classId: (await ClassRows.idOfRequest(tx, requestId))! };
        await AuditTrail.record(tx, {
          action: 'training.open',
          subject: { kind: 'class', id },
          detail: { kind: terms.kind, seats: terms.seats },
        });
        return { classId: id };
      },
      { requestId },
    );
  }
}
