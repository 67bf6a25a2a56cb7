import { type RecordedMilestone, RecordMilestone } from '@app/casework';
import type { Actor, LocalDate } from '@app/kernel';
import { Injectable } from '@nestjs/common';

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
 * are told by `ABSCONDED_REPORT` at the next sweep, which the background starts as soon as the report is known.
 */
@Injectable()
export class ReportAbsconding {
  constructor(private readonly milestones: RecordMilestone) {}

  async run(actor: Actor, { caseId, requestId, noticedOn, lastSeenOn, note }: AbscondingCommand): Promise<RecordedMilestone> {
    return this.milestones.run(actor, { caseId, requestId, kind: 'ABSCONDED', effectiveOn: noticedOn, detail: { lastSeenOn, note } });
  }
}
