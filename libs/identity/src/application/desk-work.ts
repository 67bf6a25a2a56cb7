import { type Actor, DomainError } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { DeskTaskFilter, DeskTaskLine } from '../domain/desk-task';
import { ownDeedOf } from '../domain/own-deeds';
import { DeskTasks } from '../persistence/desk-tasks';

const REOPEN_MINUTES = 30;

/** The tasks on the desks an actor may see, and finishing one. */
@Injectable()
export class DeskWork {
  constructor(private readonly runner: TransactionRunner) {}

  async list(actor: Actor, filter: DeskTaskFilter): Promise<{ tasks: DeskTaskLine[]; next?: string }> {
    return this.runner.run(actor, (tx) => DeskTasks.list(tx, filter));
  }

  /** Throws NOT_FOUND, TASK_CLOSED, and the codes of {@link ownDeedOf} for a task that its own deed ends. */
  async finish(actor: Actor, id: number, outcome: string, requestId: string): Promise<void> {
    await this.runner.run(
      actor,
      async (tx) => {
        const task = await DeskTasks.findOpen(tx, id);
        const where = task && ownDeedOf(task);
        if (where) throw new DomainError('refused', ...where);
        await DeskTasks.finish(tx, id, outcome);
        await AuditTrail.record(tx, {
          action: 'identity.finish-task',
          subject: { kind: 'desk-task', id: String(id) },
          detail: { outcome },
        });
      },
      { requestId },
    );
  }

  /** Takes back one's own finishing within {@link REOPEN_MINUTES}; what had been said of it stays in the audit. Throws NOT_FOUND, UNDO_TOO_LATE. */
  async reopen(actor: Actor, id: number, requestId: string): Promise<void> {
    await this.runner.run(
      actor,
      async (tx) => {
        await DeskTasks.reopen(tx, id, REOPEN_MINUTES);
        await AuditTrail.record(tx, { action: 'identity.reopen-task', subject: { kind: 'desk-task', id: String(id) } });
      },
      { requestId },
    );
  }
}
