import { type AgencyDeposit, type DepositRule, judgeDeposit, type JudgedDeposit } from '@app/agencies';
import { OrganisationDirectory } from '@app/identity';
import { type Actor, DomainError } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { depositCover, type DepositCover } from '../domain/deposit-cover';
import { AgencyClaimRows, type AgencyClaim } from '../persistence/agency-claim-rows';
import { readCursor, writeCursor } from './due-cursor';
import { ruleOf } from './liquidate';
import { refundRuleOf } from './owe-refund';

export interface AgencyClaimsPage {
  readonly deposit: AgencyDeposit | null;
  /** What the licence asks to be deposited, and by which text. */
  readonly asked: JudgedDeposit & { readonly branches: number; readonly basis: string; readonly certain: boolean };
  readonly cover: DepositCover;
  /** Sums over all claims the actor may see, not over the page; đồng. */
  readonly owed: number;
  readonly owedCases: number;
  readonly toWorkOut: number;
  readonly toWorkOutCases: number;
  readonly escrow: number;
  readonly escrowCases: number;
  readonly openLiquidations: number;
  readonly overdueCases: number;
  readonly claims: readonly AgencyClaim[];
  readonly next?: string;
}

/** What an agency still owes those it sent, the oldest first, beside the deposit that stands behind it (Law 69/2020/QH14, Art. 23-26). */
@Injectable()
export class AgencyClaims {
  constructor(private readonly runner: TransactionRunner) {}

  /** What an agency owes over all its cases, as it reads it itself. Throws ROLE_NOT_ALLOWED for anybody else, CURSOR_WRONG. */
  async own(actor: Actor, page: { after?: string; limit?: number }): Promise<AgencyClaimsPage> {
    if (actor.scope.kind !== 'agency')
      throw new DomainError('forbidden', 'ROLE_NOT_ALLOWED', 'Chỉ doanh nghiệp xem được khoản nợ của chính mình.');
    return this.run(actor, actor.scope.agencyId, page);
  }

  /** Throws NOT_FOUND, CURSOR_WRONG. */
  async run(actor: Actor, agencyId: string, { after, limit = 50 }: { after?: string; limit?: number }): Promise<AgencyClaimsPage> {
    const [afterDue, afterId] = readCursor(after);
    const { rule, branches, ...row } = await this.runner.run(actor, async (tx) => {
      await OrganisationDirectory.getById(tx, agencyId);
      const rule = (await PolicyBook.at(tx)).requireRule<DepositRule>('agency.deposit');
      const { days } = await ruleOf(tx);
      const refund = await refundRuleOf(tx);
      return {
        rule,
        ...(await AgencyClaimRows.read(tx, agencyId, { days, refundDays: refund.value.dueDays, afterDue, afterId, limit: limit + 1 })),
      };
    });
    const claims = row.claims.slice(0, limit);
    const last = claims.at(-1);
    return {
      ...row,
      asked: {
        ...judgeDeposit(rule.value, branches, row.deposit && row.deposit.amount),
        branches,
        basis: rule.basis,
        certain: rule.certain,
      },
      claims,
      cover: depositCover(row.owed, row.deposit && row.deposit.amount),
      ...(row.claims.length > limit && last && { next: writeCursor(last) }),
    };
  }
}
