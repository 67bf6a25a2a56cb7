import type { Actor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AgencyOverview, AgencyOverviewRows } from '../persistence/agency-overview-rows';

/** Sending agencies as the centre and the department look at them: licence, cases, questions that wait. */
@Injectable()
export class ListAgencies {
  constructor(private readonly runner: TransactionRunner) {}

  /** By key. */
  async run(actor: Actor, page: { after?: string; limit?: number } = {}): Promise<{ agencies: AgencyOverview[]; next?: string }> {
    const limit = Math.min(Math.max(page.limit ?? 50, 1), 100);
    const rows = await this.runner.run(actor, (tx) => AgencyOverviewRows.list(tx, page.after ?? '', limit + 1));
    return { agencies: rows.slice(0, limit), ...(rows.length > limit && { next: rows[limit - 1]!.key }) };
  }
}
