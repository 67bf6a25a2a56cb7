import type { AgencyDeposit } from '@app/agencies';
import { OrganisationDirectory } from '@app/identity';
import type { Actor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { depositCover, type DepositCover } from '../domain/deposit-cover';
import { AgencyClaimRows, type AgencyClaim } from '../persistence/agency-claim-rows';
import { readCursor, writeCursor } from './due-cursor';
import { ruleOf } from './liquidate';

export interface AgencyClaimsPage {
  readonly deposit: AgencyDeposit | null;
  readonly cover: DepositCover;
  /** Sums over all claims the actor may see, not over the page; đồng. */
  readonly owed: number;
  readonly owedCases: number;
  readonly openLiquidations: number;
  readonly overdueCases: number;
  readonly claims: readonly AgencyClaim[];
  readonly next?: string;
}

/** What an agency still owes those it sent, the oldest first, beside the deposit that stands behind it (Law 69/2020/QH14, Art. 23-26). */
@Injectable()
export class AgencyClaims {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND, CURSOR_WRONG. */
  async run(actor: Actor, agencyId: string, { after, limit = 50 }: { after?: string; limit?: number }): Promise<AgencyClaimsPage> {
    const [afterDue, afterId] = readCursor(after);
    const row = await this.runner.run(actor, async (tx) => {
      await OrganisationDirectory.getById(tx, agencyId);
      const { days } = await ruleOf(tx);
      return AgencyClaimRows.read(tx, agencyId, { days, afterDue, afterId, limit: limit + 1 });
    });
    const claims = row.claims.slice(0, limit);
    const last = claims.at(-1);
    return {
      ...row,
      claims,
      cover: depositCover(row.owed, row.deposit && row.deposit.amount),
      ...(row.claims.length > limit && last && { next: writeCursor(last) }),
    };
  }
}
