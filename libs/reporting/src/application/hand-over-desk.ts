import type { Actor } from '@app/kernel';
import { CaseOfficers } from '@app/outreach';
import { Injectable } from '@nestjs/common';
import { WorkQueue } from './work-queue';

const PAGE = 100;

/** Tasks belong to a commune, people to an officer: when the officer changes, everything open at the desk gets the successor's name. */
@Injectable()
export class HandOverDesk {
  constructor(
    private readonly queue: WorkQueue,
    private readonly officers: CaseOfficers,
  ) {}

  /** How many open tasks and how many cases went over. Throws what {@link CaseOfficers.handOver} throws. */
  async run(actor: Actor, command: { to: string; reason: string; requestId: string }): Promise<{ tasks: number; cases: number }> {
    const open: (string | null)[] = [];
    for (let after: string | undefined; ;) {
      const page = await this.queue.list(actor, { after, limit: PAGE, uncounted: true });
      open.push(...page.rows.filter(({ bucket }) => bucket !== 'waiting').map(({ caseId }) => caseId));
      if (!page.next) break;
      after = page.next;
    }
    const also = [...new Set(open.filter((caseId): caseId is string => caseId !== null))];
    const { cases } = await this.officers.handOver(actor, { ...command, also, tasks: open.length });
    return { tasks: open.length, cases };
  }
}
