import { type Actor, DomainError, formatDong, idOfRequest, type LocalDate, notFound, systemActor } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { articleOf, type PaymentItem } from '../domain/collection';
import type { FeeJob, ServiceFeeCap } from '../domain/fee-cap';
import { type CeilingRules, type FeeCeiling, feeCeilings, foreignPaid, passedCeiling, type RuleWithBasis } from '../domain/fee-ceiling';
import { type FeeSheet, type FeeSheetLine, FeeSheetRows } from '../persistence/fee-sheet-rows';
import { feeRulesAt, ofJob } from './fee-rules';

export interface FeeSheetCommand {
  readonly market: string;
  readonly occupation: string;
  /** Code of `fee.service.jobs`; absent: work without a fee of its own. */
  readonly job?: string;
  readonly validFrom: LocalDate;
  readonly months: number;
  /** đồng a month. */
  readonly monthlyWage: number;
  readonly lines: readonly FeeSheetLine[];
  readonly requestId: string;
}

export type CeiledSheet = FeeSheet & {
  readonly ceilings: readonly FeeCeiling[];
  /** Name of the work with a fee of its own, by the rule the sheet was published under. */
  readonly jobTitle: string | null;
};

export interface FeeSheetPage {
  readonly sheets: FeeSheet[];
  readonly next?: string;
}

const refuse = (code: string, message: string, details = {}) => new DomainError('refused', code, message, details);

/** Fees of an agency in the open: line by line, nothing above what the law lets it ask in all. */
@Injectable()
export class PublishFees {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws FEES_BACKDATED, FEE_JOB_UNKNOWN, FEE_OVER_CAP, ESCROW_OVER_CAP, NEVER_FROM_WORKER with the rule that stands against it. */
  async run(actor: Actor, command: FeeSheetCommand): Promise<{ id: string; workerPays: number }> {
    if (actor.scope.kind !== 'agency')
      throw new DomainError('forbidden', 'ROLE_NOT_ALLOWED', 'Chỉ doanh nghiệp công bố được bảng phí của mình.');
    const { agencyId } = actor.scope;
    return this.runner.run(
      actor,
      async (tx) => {
        if (command.validFrom < (await FeeSheetRows.today(tx)))
          throw refuse(
            'FEES_BACKDATED',
            'Bảng phí chỉ áp dụng từ hôm nay trở đi: người đã ký hợp đồng theo mức đã công bố khi đó. Hãy chọn ngày áp dụng từ hôm nay.',
          );
        const job = command.job ?? null;
        const { book, ids: ruleIds, ...rules } = await feeRulesAt(tx, command.market, { job, day: command.validFrom });
        if (job !== null && !rules.jobs.some(({ code }) => code === job))
          throw refuse(
            'FEE_JOB_UNKNOWN',
            'Công việc này không có mức trần riêng ở thị trường và ngày áp dụng đã chọn. Hãy chọn lại công việc.',
          );
        const { months, monthlyWage } = command;
        hold(
          command,
          feeCeilings(rules, { months, monthlyWage: BigInt(monthlyWage), foreignPaid: foreignPaid(command.lines) }),
          book.value<Record<string, string>>('fee.fines') ?? {},
        );
        const workerPays = command.lines.filter(({ payer }) => payer === 'WORKER').reduce((sum, { amount }) => sum + amount, 0);
        const sheet = { ...command, job, id: idOfRequest(actor, 'fee-sheet', command.requestId), agencyId, workerPays, ruleIds };
        await FeeSheetRows.insert(tx, sheet);
        await AuditTrail.record(tx, { action: 'settlement.fees', subject: { kind: 'fee_sheet', id: sheet.id } });
        return { id: sheet.id, workerPays };
      },
      { requestId: command.requestId },
    );
  }

  /** The most that a contract may cost the worker, item by item, before a sheet is published; and which work has a fee of its own there. */
  async ceilings(
    actor: Actor,
    { market, job, months, monthlyWage, on }: { market: string; job?: string; months: number; monthlyWage: number; on?: LocalDate },
  ): Promise<{ ceilings: FeeCeiling[]; jobs: Omit<FeeJob, 'markets'>[] }> {
    return this.runner.run(actor, async (tx) => {
      const rules = await feeRulesAt(tx, market, { job: job ?? null, day: on });
      return {
        ceilings: feeCeilings(rules, { months, monthlyWage: BigInt(monthlyWage) }),
        jobs: rules.jobs.map(({ code, title, perYear, most }) => ({ code, title, perYear, most })),
      };
    });
  }

  /** For everybody: the newest sheets, the cheapest first, each with the ceilings it was held against. */
  async newest(market?: string): Promise<CeiledSheet[]> {
    return this.runner.run({ ...systemActor('public-fees'), scope: { kind: 'none' } }, async (tx) =>
      withCeilings(tx, await FeeSheetRows.newest(tx, market ?? null)),
    );
  }

  /** For offices: what holds or is going to hold, the last published first; an agency's own, everybody's for the State. */
  async list(actor: Actor, { market, after, limit = 50 }: { market?: string; after?: string; limit?: number }): Promise<FeeSheetPage> {
    if (after !== undefined && !/^[0-9a-f-]{36}$/.test(after))
      throw new DomainError('malformed', 'CURSOR_WRONG', 'Vị trí trang không đúng. Hãy tải lại danh sách từ đầu.');
    const agencyId = actor.scope.kind === 'agency' ? actor.scope.agencyId : null;
    const rows = await this.runner.run(actor, (tx) =>
      FeeSheetRows.latest(tx, { market: market ?? null, agencyId, after: after ?? null, limit: limit + 1 }),
    );
    const sheets = rows.slice(0, limit);
    return { sheets, ...(rows.length > limit && { next: sheets.at(-1)!.id }) };
  }

  /** One sheet with its ceilings and every version of the same agency, market and occupation. Throws NOT_FOUND. */
  async get(actor: Actor, id: string): Promise<{ sheet: CeiledSheet; versions: FeeSheet[] }> {
    return this.runner.run(actor, async (tx) => {
      const versions = await FeeSheetRows.versionsOf(tx, id);
      const [sheet] = await withCeilings(
        tx,
        versions.filter((one) => one.id === id),
      );
      if (!sheet) throw notFound('Không tìm thấy bảng phí này.');
      return { sheet, versions };
    });
  }
}

/** By the very rules each sheet was published under. */
async function withCeilings(tx: Tx, sheets: readonly FeeSheet[]): Promise<CeiledSheet[]> {
  const rules = await FeeSheetRows.rulesOf(
    tx,
    sheets.map(({ id }) => id),
  );
  return sheets.map((sheet) => {
    const own = rules.filter(({ sheetId }) => sheetId === sheet.id);
    const of = (key: string) => own.find((rule) => rule.key === key);
    const jobs = of('fee.service.jobs') as RuleWithBasis<FeeJob[]> | undefined;
    const service = ofJob(of('fee.service') as RuleWithBasis<ServiceFeeCap>, jobs, sheet.job, sheet.market);
    return {
      ...sheet,
      jobTitle: jobs?.value.find(({ code }) => code === sheet.job)?.title ?? null,
      ceilings: feeCeilings({ service, escrow: of('escrow.cap') } as CeilingRules, {
        months: sheet.months,
        monthlyWage: BigInt(sheet.monthlyWage),
        foreignPaid: foreignPaid(sheet.lines),
      }),
    };
  });
}

/** The worker's lines of a sheet against what may never be asked and against the ceilings. */
function hold({ lines, months }: FeeSheetCommand, ceilings: readonly FeeCeiling[], fines: Readonly<Record<string, string>>): void {
  const never = lines.find(({ item, payer }) => payer === 'WORKER' && (item === 'SELECTION' || item === 'BROKERAGE'));
  if (never)
    throw refuse(
      'NEVER_FROM_WORKER',
      `Không được thu tiền tuyển chọn hay môi giới của người lao động (${articleOf(never.item as PaymentItem, ['NEVER_ALLOWED'], fines)}).`,
      { item: never.item },
    );
  const passed = passedCeiling(lines, ceilings);
  if (!passed) return;
  const { item, most, basis, certain } = passed;
  const details = { cap: most, basis, certain };
  throw item === 'SERVICE_FEE'
    ? refuse(
        'FEE_OVER_CAP',
        `Tiền dịch vụ cộng lại vượt trần ${formatDong(BigInt(most))} cho hợp đồng ${months} tháng (${basis}). Hãy giảm mức thu.`,
        details,
      )
    : refuse('ESCROW_OVER_CAP', `Tiền ký quỹ cộng lại vượt trần ${formatDong(BigInt(most))} của thị trường này (${basis}).`, details);
}
