import { DeskTasks } from '@app/identity';
import { type Actor, DomainError, idOfRequest, type LocalDate, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Gazetteer } from '@app/territory';
import { Injectable } from '@nestjs/common';
import { type AssignedDesk, decideOwner, type Figure } from '../domain/assignment';
import { workDeskOf } from '../domain/work-arms';
import { type Assignment, AssignmentRows } from '../persistence/assignment-rows';
import { LeadRows } from '../persistence/lead-rows';

export interface AssignCommand {
  readonly figure: Figure;
  /** The number as the leader saw it. */
  readonly shown: string;
  /** Query of the case list that opens the rows behind the number. */
  readonly rows: string;
  readonly desk: AssignedDesk;
  readonly communeCode?: string;
  readonly agencyId?: string;
  readonly text: string;
  readonly dueOn: LocalDate;
  readonly requestId: string;
}

/** A leader gives a task on a number; it lies in the queue of the desk with the rows behind it, and the answer comes back to the page. */
@Injectable()
export class AssignTask {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws what {@link decideOwner} throws, OWNER_UNKNOWN for a commune of another province. */
  async assign(actor: Actor, command: AssignCommand): Promise<{ assignmentId: string }> {
    const provinceCode = provinceOf(actor);
    const { figure, shown, rows, text, dueOn, requestId } = command;
    return this.runner.run(
      actor,
      async (tx) => {
        const owner = decideOwner(command, dueOn, (await LeadRows.day(tx)).today);
        if (owner.communeCode && (await Gazetteer.load(tx)).today(owner.communeCode)?.province !== provinceCode)
          throw new DomainError('invalid', 'OWNER_UNKNOWN', 'Xã này không thuộc tỉnh hoặc đã sắp xếp lại. Hãy chọn xã hiện nay.');
        const id = idOfRequest(actor, 'assignment', requestId);
        await AssignmentRows.insert(tx, { id, provinceCode, ...owner, figure, shown, rows, text, dueOn });
        await DeskTasks.open(tx, {
          desk: owner.desk,
          province: provinceCode,
          commune: owner.communeCode,
          agencyId: owner.agencyId,
          kind: 'LEADER_ASSIGNMENT',
          dedupeKey: keyOf(id),
          detail: { assignmentId: id, figure, shown, rows },
          dueOn,
        });
        await AuditTrail.record(tx, {
          action: 'reporting.assign',
          subject: { kind: 'assignment', id },
          detail: { figure, desk: owner.desk },
        });
        return { assignmentId: id };
      },
      { requestId },
    );
  }

  /** Throws NOT_FOUND out of scope. */
  async get(actor: Actor, id: string): Promise<Assignment> {
    return this.runner.run(actor, async (tx) => (await AssignmentRows.find(tx, id)) ?? missing());
  }

  /** By the desk it lies on. Throws NOT_FOUND, ASSIGNMENT_OF_OTHERS, ASSIGNMENT_ANSWERED. */
  async answer(actor: Actor, id: string, text: string, requestId: string): Promise<void> {
    await this.runner.run(
      actor,
      async (tx) => {
        const one = (await AssignmentRows.find(tx, id, true)) ?? missing();
        if (workDeskOf(actor.role) !== one.desk)
          throw new DomainError('forbidden', 'ASSIGNMENT_OF_OTHERS', 'Việc này giao cho đơn vị khác trả lời.');
        if (one.answer !== null)
          throw new DomainError('refused', 'ASSIGNMENT_ANSWERED', 'Việc này đã có người trả lời. Hãy tải lại để xem.');
        await AssignmentRows.answer(tx, id, text);
        await DeskTasks.close(tx, keyOf(id), 'answered');
        await AuditTrail.record(tx, {
          action: 'reporting.answer-assignment',
          subject: { kind: 'assignment', id },
          province: one.provinceCode,
        });
      },
      { requestId },
    );
  }
}

const keyOf = (id: string): string => `assignment:${id}`;

function provinceOf({ scope }: Actor): string {
  if (scope.kind === 'province') return scope.province;
  throw new DomainError('forbidden', 'PROVINCE_NEEDED', 'Chỉ người phụ trách cả tỉnh giao việc theo số liệu.');
}

function missing(): never {
  throw notFound('Không tìm thấy việc được giao này trong phạm vi của bạn.');
}
