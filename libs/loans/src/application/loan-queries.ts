import { type Actor, DomainError, type LocalDate, notFound } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { overdueRatios } from '../domain/overdue-ratios';
import { formatRate } from '../domain/interest';
import { type LoanDeed, type LoanStanding, type LoanState, nextDeeds, STANDING_TITLES, standingOf } from '../domain/loan-state';
import { type CauseLine, type LoanFilter, type LoanLine, LoanListRows, type RiskLine } from '../persistence/loan-list-rows';
import { LoanLedger } from './loan-ledger';

export interface LoanListQuery {
  readonly states?: string;
  readonly overdue?: boolean;
  readonly unlinked?: boolean;
  readonly caseId?: string;
  readonly cause?: string;
  readonly after?: string;
  readonly limit?: number;
}

export interface ShownLoan extends LoanLine {
  readonly standing: LoanStanding;
  readonly standingTitle: string;
}

export interface LoanPage extends ShownLoan {
  readonly rate: string;
  readonly overdueRate: string;
  /** What is due today, bucket by bucket: provisional, the bank's books decide. */
  readonly due: Readonly<Record<string, number>>;
  readonly deeds: readonly LoanDeed[];
  readonly entries: readonly Record<string, unknown>[];
  readonly instalments: readonly Record<string, unknown>[];
  readonly events: readonly Record<string, unknown>[];
}

export interface OverdueOverview {
  readonly causes: readonly (CauseLine & { readonly title: string })[];
  readonly total: CauseLine;
  /** Hundredths of a percent. */
  readonly ratios: { readonly byPrincipal: number; readonly byLoans: number };
}

/** Why money is late, in the words of the service. */
export const CAUSES: Readonly<Record<string, string>> = {
  UNKNOWN_BORROWER: 'Chưa gắn với hồ sơ nào',
  NOT_GONE: 'Đã giải ngân nhưng không đi',
  DECEASED: 'Người vay đã chết',
  MISSING: 'Mất liên lạc',
  LEFT_WORKPLACE: 'Doanh nghiệp báo đã rời nơi làm việc',
  OVERSTAY_CONFIRMED: 'Đã xác nhận cư trú quá hạn',
  RETURNED_EARLY: 'Về nước trước hạn',
  RETURNED: 'Đã về nước',
  WAITING_TO_GO: 'Chưa xuất cảnh',
  CONTRACT_ENDED: 'Hết hạn hợp đồng, chưa xác nhận về nước',
  WORKING: 'Đang làm việc ở nước ngoài',
};

/** Reading loans: under the actor's own scope, so a bank office sees its own and a province all of its people. */
@Injectable()
export class LoanQueries {
  constructor(private readonly runner: TransactionRunner) {}

  async list(actor: Actor, query: LoanListQuery): Promise<{ loans: ShownLoan[]; next?: string }> {
    const limit = query.limit ?? 50;
    const filter: LoanFilter = { ...readCursor(query.after), limit: limit + 1, ...filterOf(query) };
    const rows = await this.runner.run(actor, (tx) => LoanListRows.list(tx, filter));
    const loans = rows.slice(0, limit).map(shownLoan);
    const last = loans.at(-1);
    return { loans, ...(rows.length > limit && last && { next: `${last.nextDueOn ?? 'infinity'}_${last.id}` }) };
  }

  /** Throws NOT_FOUND out of scope. */
  async get(actor: Actor, loanId: string): Promise<LoanPage> {
    return this.runner.run(actor, async (tx) => {
      const row = await LoanListRows.find(tx, loanId);
      if (!row) throw notFound('Không tìm thấy khoản vay này trong phạm vi của bạn.');
      const account = await LoanLedger.one(tx, loanId, { locked: false });
      const due = LoanLedger.dueOn(account, row.today as LocalDate);
      return {
        ...shownLoan(row),
        rate: formatRate(BigInt((row.ratePpm as number | null) ?? 0)),
        overdueRate: formatRate(BigInt((row.overdueRatePpm as number | null) ?? 0)),
        due: Object.fromEntries(Object.entries(due).map(([bucket, amount]) => [bucket, Number(amount)])),
        deeds: nextDeeds(row.state),
        entries: await LoanListRows.entries(tx, loanId),
        instalments: await LoanListRows.instalments(tx, loanId),
        events: await LoanListRows.events(tx, loanId),
      };
    });
  }

  async overdue(actor: Actor): Promise<OverdueOverview> {
    const rows = await this.runner.run(actor, (tx) => LoanListRows.byCause(tx));
    const total = rows.find(({ cause }) => cause === null)!;
    const causes = rows.flatMap((row) => (row.cause === null ? [] : [{ ...row, title: CAUSES[row.cause] ?? row.cause }]));
    const { loans, overdueLoans, principal, overduePrincipal } = total;
    return {
      causes,
      total,
      ratios: overdueRatios({ loans, overdueLoans, principal: BigInt(principal), overduePrincipal: BigInt(overduePrincipal) }),
    };
  }

  /** Flight within so many days and money not out. */
  async atRisk(actor: Actor, days: number): Promise<RiskLine[]> {
    return this.runner.run(actor, (tx) => LoanListRows.atRisk(tx, days));
  }

  /** How the loans of a case stand, for whoever may know: commune and agency only with the worker's consent. Throws NOT_FOUND out of scope. */
  async standing(actor: Actor, caseId: string): Promise<{ standings: { standing: LoanStanding; title: string; owing: boolean }[] }> {
    const rows = await this.runner.run(actor, (tx) => LoanListRows.standing(tx, caseId));
    if (!rows) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
    return {
      standings: rows.map(({ state, late, owing }) => {
        const standing = standingOf(state, late ? 1n : 0n);
        return { standing, title: STANDING_TITLES[standing], owing };
      }),
    };
  }
}

function shownLoan(line: LoanLine): ShownLoan {
  const standing = standingOf(line.state, BigInt(line.overduePrincipal));
  return { ...line, standing, standingTitle: STANDING_TITLES[standing] };
}

function filterOf({ states, overdue, unlinked, caseId, cause }: LoanListQuery): Omit<LoanFilter, 'limit'> {
  return {
    ...(states && { states: states.split(',') as LoanState[] }),
    ...(overdue !== undefined && { overdue }),
    ...(unlinked !== undefined && { unlinked }),
    ...(caseId && { caseId }),
    ...(cause && { cause }),
  };
}

function readCursor(after: string | undefined): Pick<LoanFilter, 'afterDue' | 'afterId'> {
  if (after === undefined) return {};
  const parts = /^(\d{4}-\d{2}-\d{2}|infinity)_([0-9a-f-]{36})$/.exec(after);
  if (!parts) throw new DomainError('malformed', 'CURSOR_WRONG', 'Vị trí trang không đúng. Hãy tải lại danh sách từ đầu.');
  return { afterDue: parts[1]!, afterId: parts[2]! };
}
