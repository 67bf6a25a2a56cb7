import { type Actor, DomainError, formatDong, idOfRequest } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import type { SupportProgramme } from '../domain/support-item';
import { type FundLine, FundRows } from '../persistence/fund-rows';
import { TravellerRows } from '../persistence/traveller-rows';
import { programmeOf, requireRole } from './support-policy';

export interface AllotCommand {
  readonly programme: string;
  readonly year: number;
  readonly budgetLine: string;
  /** đồng; below zero: given back, as long as nobody was promised it. */
  readonly amount: number;
  /** Number of the decision. */
  readonly decision: string;
  readonly requestId: string;
}

export interface FundsOfYear {
  readonly year: number;
  readonly funds: readonly FundLine[];
  /** Programmes money may be allotted under today. */
  readonly programmes: readonly { readonly code: string; readonly title: string }[];
}

/** Where support is paid from: programme, year, budget line, with what was allotted, promised, paid and is left. */
@Injectable()
export class KeepFunds {
  constructor(private readonly runner: TransactionRunner) {}

  /** @param year default: this year. */
  async ofYear(actor: Actor, year?: number): Promise<FundsOfYear> {
    return this.runner.run(actor, async (tx) => {
      const wanted = year ?? Number((await TravellerRows.today(tx)).slice(0, 4));
      const programmes = (await PolicyBook.at(tx)).value<SupportProgramme[]>('support.programmes') ?? [];
      return { year: wanted, funds: await FundRows.ofYear(tx, wanted), programmes: programmes.map(({ code, title }) => ({ code, title })) };
    });
  }

  /** Throws SUPPORT_ROLE, SUPPORT_PROGRAMME_UNKNOWN, SUPPORT_FUND_PROMISED. */
  async allot(actor: Actor, command: AllotCommand): Promise<FundsOfYear> {
    const { scope } = actor;
    if (scope.kind !== 'province')
      throw new DomainError('forbidden', 'ROLE_NOT_ALLOWED', 'Chỉ cơ quan cấp tỉnh giao được nguồn kinh phí hỗ trợ.');
    await this.runner.run(
      actor,
      async (tx) => {
        await requireRole(tx, 'ALLOT');
        const { programme, year, budgetLine, amount, decision, requestId } = command;
        const { title } = await programmeOf(tx, programme);
        const fund = await FundRows.open(tx, {
          id: idOfRequest(actor, 'support-fund', requestId),
          provinceCode: scope.province,
          programme,
          year,
          budgetLine,
          title,
        });
        if (await FundRows.recorded(tx, fund.id, requestId)) return;
        if (BigInt(fund.free) + BigInt(amount) < 0n)
          throw new DomainError(
            'refused',
            'SUPPORT_FUND_PROMISED',
            `Nguồn chỉ còn ${formatDong(BigInt(fund.free))} chưa hứa chi, không giảm được nhiều hơn. Hãy giảm số tiền.`,
            { left: fund.free },
          );
        await FundRows.post(tx, [
          {
            fundId: fund.id,
            claimId: null,
            deed: 'ALLOT',
            on: await TravellerRows.today(tx),
            free: BigInt(amount),
            committed: 0n,
            paid: 0n,
            note: decision,
            reversesId: null,
            requestId,
          },
        ]);
        await AuditTrail.record(tx, {
          action: 'support.allot',
          subject: { kind: 'support_fund', id: fund.id },
          province: scope.province,
          detail: { amount, decision },
        });
      },
      { requestId: command.requestId },
    );
    return this.ofYear(actor, command.year);
  }
}
