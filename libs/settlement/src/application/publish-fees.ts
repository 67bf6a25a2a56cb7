import { type Actor, DomainError, formatDong, type LocalDate, newId, systemActor } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { PolicyBook, type PolicyRule } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { articleOf, type PaymentItem } from '../domain/collection';
import { type ServiceFeeCap, serviceFeeCap } from '../domain/fee-cap';
import { type FeeSheet, type FeeSheetLine, FeeSheetRows } from '../persistence/fee-sheet-rows';

export interface FeeSheetCommand {
  readonly market: string;
  readonly occupation: string;
  readonly validFrom: LocalDate;
  readonly months: number;
  /** đồng a month. */
  readonly monthlyWage: number;
  readonly lines: readonly FeeSheetLine[];
  readonly requestId: string;
}

const refuse = (code: string, message: string, details = {}) => new DomainError('refused', code, message, details);

/** Fees of an agency in the open: line by line, nothing above what the law lets it ask in all. */
@Injectable()
export class PublishFees {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws FEE_OVER_CAP, ESCROW_OVER_CAP, NEVER_FROM_WORKER with the rule that stands against it. */
  async run(actor: Actor, command: FeeSheetCommand): Promise<{ id: string; workerPays: number }> {
    if (actor.scope.kind !== 'agency')
      throw new DomainError('forbidden', 'ROLE_NOT_ALLOWED', 'Chỉ doanh nghiệp công bố được bảng phí của mình.');
    const { agencyId } = actor.scope;
    return this.runner.run(
      actor,
      async (tx) => {
        const book = await PolicyBook.at(tx, command.validFrom);
        const service = book.requireRule<ServiceFeeCap>('fee.service', command.market);
        const escrow = book.byMarket<{ amount: number }>('escrow.cap').find(({ market }) => market === command.market);
        hold(command, service, escrow, book.value<Record<string, string>>('fee.fines') ?? {});
        const workerPays = command.lines.filter(({ payer }) => payer === 'WORKER').reduce((sum, { amount }) => sum + amount, 0);
        const sheet = { ...command, id: newId(), agencyId, workerPays, ruleIds: [service.id, ...(escrow ? [escrow.id] : [])] };
        await FeeSheetRows.insert(tx, sheet);
        await AuditTrail.record(tx, { action: 'settlement.fees', subject: { kind: 'fee_sheet', id: sheet.id } });
        return { id: sheet.id, workerPays };
      },
      { requestId: command.requestId },
    );
  }

  /** For everybody: the newest sheets, the cheapest first. */
  async newest(market?: string): Promise<FeeSheet[]> {
    return this.runner.run({ ...systemActor('public-fees'), scope: { kind: 'none' } }, (tx) => FeeSheetRows.newest(tx, market ?? null));
  }
}

/** The worker's lines of a sheet against the ceilings; several lines of one item count together. */
function hold(
  { lines, monthlyWage, months }: FeeSheetCommand,
  service: PolicyRule<ServiceFeeCap>,
  escrow: PolicyRule<{ amount: number }> | undefined,
  fines: Readonly<Record<string, string>>,
): void {
  const asked = (item: string) =>
    lines.filter((line) => line.payer === 'WORKER' && line.item === item).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const never = lines.find(({ item, payer }) => payer === 'WORKER' && (item === 'SELECTION' || item === 'BROKERAGE'));
  if (never)
    throw refuse(
      'NEVER_FROM_WORKER',
      `Không được thu tiền tuyển chọn hay môi giới của người lao động (${articleOf(never.item as PaymentItem, ['NEVER_ALLOWED'], fines)}).`,
      { item: never.item },
    );
  const cap = serviceFeeCap(service.value, { monthlyWage: BigInt(monthlyWage), months });
  if (asked('SERVICE_FEE') > cap)
    throw refuse(
      'FEE_OVER_CAP',
      `Tiền dịch vụ cộng lại vượt trần ${formatDong(cap)} cho hợp đồng ${months} tháng (${service.basis}). Hãy giảm mức thu.`,
      { cap: Number(cap), basis: service.basis, certain: service.certain },
    );
  if (escrow && asked('ESCROW') > BigInt(escrow.value.amount))
    throw refuse(
      'ESCROW_OVER_CAP',
      `Tiền ký quỹ cộng lại vượt trần ${formatDong(BigInt(escrow.value.amount))} của thị trường này (${escrow.basis}).`,
      { cap: escrow.value.amount, basis: escrow.basis },
    );
}
