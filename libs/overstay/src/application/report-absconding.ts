import { type RecordedMilestone, RecordMilestone } from '@app/casework';
import type { Actor, LocalDate } from '@app/kernel';
import { Outbox, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { OVERSTAY_SWEEP } from './overstay-sweep';

/** Outbox topic that asks the background for a sweep outside its schedule; payload `{sweep}`. */
export const SWEEP_WANTED_TOPIC = 'sweeps.requested.v1';

export interface AbscondingCommand {
  readonly caseId: string;
  readonly requestId: string;
  /** Day the employer or the host's authority gave notice. */
  readonly noticedOn: LocalDate;
  readonly lastSeenOn?: LocalDate;
  readonly note?: string;
}

/**
 * An agency reports that a worker left the workplace (Law 69/2020/QH14, Art. 26). A breach of contract, not yet an overstay: commune, centre and department
 * are told by `ABSCONDED_REPORT` in the sweep that the report asks for in the same transaction.
 */
@Injectable()
export class ReportAbsconding {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly milestones: RecordMilestone,
  ) {}

  async run(actor: Actor, { caseId, requestId, noticedOn, lastSeenOn, note }: AbscondingCommand): Promise<RecordedMilestone> {
    return this.runner.run(
      actor,
      async (tx) => {
        const recorded = await this.milestones.apply(tx, {
          caseId,
          requestId,
          kind: 'ABSCONDED',
          effectiveOn: noticedOn,
          detail: { lastSeenOn, note },
        });
        if (recorded.outcome === 'recorded') await Outbox.enqueue(tx, SWEEP_WANTED_TOPIC, { sweep: OVERSTAY_SWEEP });
        return recorded;
      },
      { requestId },
    );
  }
}
