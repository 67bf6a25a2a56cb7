import { type DepositRule, judgeDeposit } from '@app/agencies';
import type { Actor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { type AgencyOverviewRow, AgencyOverviewRows } from '../persistence/agency-overview-rows';

/** `depositMissing`: đồng the licence asks for and the agency has not deposited; null: no deposit was recorded. */
export type AgencyOverview = Omit<AgencyOverviewRow, 'deposit' | 'branches'> & { readonly depositMissing: number | null };

/** Sending agencies as the centre and the department look at them: licence, cases, questions that wait. */
@Injectable()
export class ListAgencies {
  constructor(private readonly runner: TransactionRunner) {}

  /** By key. */
  async run(actor: Actor, page: { after?: string; limit?: number } = {}): Promise<{ agencies: AgencyOverview[]; next?: string }> {
    const limit = Math.min(Math.max(page.limit ?? 50, 1), 100);
    const rows = await this.runner.run(actor, async (tx) => {
      const rule = (await PolicyBook.at(tx)).requireValue<DepositRule>('agency.deposit');
      const found = await AgencyOverviewRows.list(tx, page.after ?? '', limit + 1);
      return found.map(({ deposit, branches, ...row }): AgencyOverview => ({
        ...row,
        depositMissing: judgeDeposit(rule, branches, deposit).missing,
      }));
    });
    return { agencies: rows.slice(0, limit), ...(rows.length > limit && { next: rows[limit - 1]!.key }) };
  }
}
