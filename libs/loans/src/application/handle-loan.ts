import { RecordMilestone } from '@app/casework';
import { type Actor, addMonths, DomainError, formatDong, type LocalDate } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { WorkingCalendar } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { allocate } from '../domain/allocation';
import { countedGroups } from '../domain/eligibility';
import { afterDeed, deedTitle, type LoanDeed, LOAN_STATES, UNDECIDED } from '../domain/loan-state';
import { type CostItem, loanCeiling, needsCollateral, ratesFor } from '../domain/regime';
import { BorrowerRows } from '../persistence/borrower-rows';
import { EntryRows } from '../persistence/entry-rows';
import { LoanEventRows, LoanRows } from '../persistence/loan-rows';
import { SupportedRows } from '../persistence/supported-rows';
import { MonthRows } from '../persistence/month-rows';
import { bankOf } from './close-month';
import { freezeLoan, unfreezeLoan } from './freeze-loan';
import { type LoanAccount, LoanLedger } from './loan-ledger';
import { type LoanPolicy, loanPolicyAt } from './loan-policy';

export const CHECK_KINDS = ['PERIODIC', 'REGULAR', 'SURPRISE'] as const;
export const CHECK_FINDINGS = ['AS_PROMISED', 'PARTLY', 'NOT_AS_PROMISED'] as const;
/** What is done with a loan without moving money, besides the deeds of its life. */
export const NOTES = ['CHECK', 'CONSENT', 'WITHDRAW_CONSENT'] as const;
/** After these what is due, or the state, has to be worked out from the ledger again. */
const MOVES_DAYS: readonly string[] = ['END_DISBURSEMENT', 'FREEZE', 'UNFREEZE'];
export type HandledDeed = Exclude<LoanDeed, 'DISBURSE' | 'PAY'> | (typeof NOTES)[number];

export interface HandleCommand {
  readonly deed: HandledDeed;
  /** Day it happened; default today. */
  readonly on?: LocalDate;
  readonly requestId: string;
  readonly expectedVersion?: number;
  readonly loanNo?: string;
  /** Approved amount, đồng. */
  readonly amount?: number;
  /** Costs of the contract, đồng; the approved amount is held against the ceiling. */
  readonly costs?: number;
  /** Of them what the budget supports, đồng; asked only where no claim was approved: those are read from the claims. */
  readonly supported?: number;
  readonly termMonths?: number;
  readonly everyMonths?: number;
  readonly months?: number;
  readonly until?: LocalDate;
  readonly decisionNo?: string;
  readonly reason?: string;
  readonly collateral?: string;
  readonly capitalSource?: string;
  readonly creditGroup?: string;
  readonly authorisedPayer?: string;
  readonly checkKind?: (typeof CHECK_KINDS)[number];
  readonly finding?: (typeof CHECK_FINDINGS)[number];
  /** đồng not used as promised. */
  readonly misused?: number;
}

export interface HandledLoan {
  readonly loanId: string;
  readonly state: string;
  readonly outcome: 'recorded' | 'repeated';
}

const refuse = (code: string, message: string, details = {}) => new DomainError('refused', code, message, details);
const lacking = (what: string) => new DomainError('invalid', 'FIELD_MISSING', `Thiếu ${what}. Hãy bổ sung rồi ghi lại.`);

/** Everything a bank officer decides about a loan; what moves money is posted by {@link PostToLoan}. */
@Injectable()
export class HandleLoan {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly milestones: RecordMilestone,
  ) {}

  /** Throws NOT_FOUND, DEED_DOES_NOT_FIT, LOAN_STALE and the refusals of the deed. */
  async run(actor: Actor, loanId: string, command: HandleCommand): Promise<HandledLoan> {
    return this.runner.run(
      actor,
      async (tx) => {
        if (command.deed === 'WRITE_OFF') await MonthRows.join(tx, bankOf(actor));
        const account = await LoanLedger.one(tx, loanId);
        const { row } = account;
        if (await LoanEventRows.recorded(tx, loanId, command.requestId)) return { loanId, state: row.state, outcome: 'repeated' };
        if (command.expectedVersion !== undefined && command.expectedVersion !== row.version)
          throw new DomainError('stale', 'LOAN_STALE', 'Khoản vay vừa được người khác thay đổi. Hãy tải lại rồi thử lại.');
        const today = await LoanRows.today(tx);
        const on = command.on ?? today;
        if (on > today) throw refuse('DATE_IN_FUTURE', 'Ngày ghi nằm sau hôm nay. Hãy kiểm tra lại ngày.');
        const note = (NOTES as readonly string[]).includes(command.deed);
        const state = note ? row.state : afterDeed(row.state, command.deed as LoanDeed);
        if (!state)
          throw refuse(
            'DEED_DOES_NOT_FIT',
            `Không thể “${deedTitle(command.deed as LoanDeed)}” khi khoản vay đang ở bước “${LOAN_STATES[row.state]}”. Hãy tải lại để xem bước tiếp theo.`,
            { state: row.state },
          );
        const detail = await this.apply(tx, account, { ...command, on }, today);
        if (!note && command.deed !== 'WRITE_OFF') await LoanRows.change(tx, loanId, { state });
        if (MOVES_DAYS.includes(command.deed)) await LoanLedger.settle(tx, [loanId]);
        await LoanEventRows.insert(tx, { loanId, kind: command.deed, on, stateAfter: state, requestId: command.requestId, detail });
        await AuditTrail.record(tx, {
          action: `loans.${command.deed.toLowerCase()}`,
          subject: { kind: 'loan', id: loanId },
          province: row.province_code,
        });
        return { loanId, state, outcome: 'recorded' };
      },
      { requestId: command.requestId },
    );
  }

  private async apply(
    tx: Tx,
    account: LoanAccount,
    command: HandleCommand & { on: LocalDate },
    today: LocalDate,
  ): Promise<Record<string, unknown>> {
    const { row } = account;
    // Until it is decided a loan has the rules of the day on which something is done with it; then it keeps those of its decision.
    const policy = await loanPolicyAt(tx, UNDECIDED.includes(row.state) ? command.on : row.rule_date);
    const { on, reason, decisionNo } = command;
    switch (command.deed) {
      case 'RECEIVE': {
        const decideBy = (await WorkingCalendar.load(tx)).addWorkingDays(on, policy.regime.decisionWorkingDays);
        await LoanRows.change(tx, row.id, { received_on: on, decide_by: decideBy });
        return { decideBy };
      }
      case 'APPROVE':
        return this.approve(tx, account, command, policy);
      case 'REFUSE':
      case 'CANCEL':
        if (!reason) throw lacking('lý do bằng văn bản');
        await LoanRows.change(tx, row.id, { reason, decided_on: on });
        return { reason };
      case 'EXTEND':
        return extend(tx, account, command, policy);
      case 'FREEZE': {
        const { until } = command;
        if (!until || !reason || !decisionNo) throw lacking('ngày hết khoanh nợ, lý do và số quyết định');
        return freezeLoan(tx, account, { on, until, reason, decisionNo }, policy);
      }
      case 'UNFREEZE':
        if (!reason) throw lacking('lý do kết thúc khoanh nợ');
        await unfreezeLoan(tx, account, on);
        return { reason, decisionNo: decisionNo ?? null };
      case 'END_DISBURSEMENT':
        await LoanRows.change(tx, row.id, { approved: row.disbursed });
        return { cancelled: (row.approved ?? 0) - row.disbursed, reason: reason ?? null };
      case 'WRITE_OFF': {
        if (!reason || !decisionNo) throw lacking('lý do và số quyết định xóa nợ');
        const due = LoanLedger.dueOn(account, on);
        const all = due.overduePrincipal + due.duePrincipal + due.futurePrincipal;
        const split = allocate(all, { ...due, advance: 0n }, ['overduePrincipal', 'duePrincipal', 'futurePrincipal']);
        await LoanLedger.append(tx, [
          { account, posting: { kind: 'WRITE_OFF', on, requestId: command.requestId, split, reference: null, note: decisionNo } },
        ]);
        return { reason, decisionNo, principal: Number(all) };
      }
      case 'CHECK':
        if (!command.checkKind || !command.finding) throw lacking('loại kiểm tra và kết quả');
        if (command.finding !== 'AS_PROMISED' && !(command.misused && reason))
          throw lacking('số tiền dùng không đúng mục đích và biện pháp xử lý');
        await LoanRows.checked(tx, row.id, on);
        return { checkKind: command.checkKind, finding: command.finding, misused: command.misused ?? 0, measure: reason ?? null };
      case 'CONSENT':
      case 'WITHDRAW_CONSENT':
        await LoanRows.share(tx, [row.id]);
        await LoanRows.consent(tx, row.id, command.deed === 'CONSENT');
        return {};
      default:
        return reason ? { reason, today } : {};
    }
  }

  private async approve(
    tx: Tx,
    { row }: LoanAccount,
    command: HandleCommand & { on: LocalDate },
    policy: LoanPolicy,
  ): Promise<Record<string, unknown>> {
    const { amount, loanNo, termMonths, on } = command;
    if (!amount || !loanNo || !termMonths) throw lacking('số tiền phê duyệt, mã món vay và thời hạn');
    const [facts] = row.case_id ? await BorrowerRows.facts(tx, [row.case_id]) : [];
    if (facts && ['WITHDRAWN', 'NOT_SENT', 'REJECTED'].includes(facts.stage))
      throw refuse('CASE_ENDED', 'Hồ sơ đã rút hoặc không đi được. Hãy hủy hồ sơ vay.');
    const { costs } = command;
    if (costs === undefined) throw lacking('tổng chi phí theo hợp đồng');
    const items = [{ item: 'ALL', amount: BigInt(costs) }];
    const supports = await supportsOf(tx, row.case_id, command, policy);
    const supported = Number(supports.reduce((sum, one) => sum + one.amount, 0n));
    const ceiling = loanCeiling(policy.regime, items, supports);
    if (BigInt(amount) > ceiling)
      throw refuse(
        'OVER_CEILING',
        `Vượt mức vay cao nhất ${formatDong(ceiling)} theo chi phí trong hợp đồng${policy.regime.supportsDeducted ? ' sau khi trừ phần ngân sách hỗ trợ' : ''} (${policy.basis}). Hãy giảm số tiền phê duyệt.`,
        { ceiling: Number(ceiling) },
      );
    if (needsCollateral(policy.regime, BigInt(amount)) && !command.collateral)
      throw refuse(
        'COLLATERAL_MISSING',
        `Khoản vay ${policy.regime.collateralInclusive ? 'từ' : 'trên'} ${policy.regime.collateralFrom / 1_000_000} triệu đồng phải có tài sản bảo đảm (${policy.basis}).`,
      );
    const endsOn = addMonths(on, termMonths);
    if (!policy.regime.extensionCounts && facts?.contractEnd && endsOn > facts.contractEnd)
      throw refuse('TERM_OVER_CONTRACT', `Thời hạn vay vượt thời hạn hợp đồng (${policy.basis}). Hãy rút ngắn thời hạn.`, {
        contractEnd: facts.contractEnd,
      });
    const groups = facts ? countedGroups(row.groups, facts) : row.groups;
    const rates = ratesFor(policy.regime, policy.poorRatePpm, groups);
    await LoanRows.change(tx, row.id, {
      loan_no: loanNo,
      rule_date: policy.day,
      policy_rule_ids: policy.ruleIds,
      groups,
      costs: JSON.stringify([...items, ...supports].map(({ item, amount: of }) => ({ item, amount: Number(of) }))),
      approved: amount,
      term_months: termMonths,
      every_months: command.everyMonths ?? policy.arithmetic.everyMonths,
      rate_ppm: Number(rates.ratePpm),
      overdue_rate_ppm: Number(rates.overdueRatePpm),
      priority: rates.priority,
      basis_days: policy.arithmetic.basisDays,
      rounding_unit: policy.arithmetic.roundingUnit,
      allocation: JSON.stringify(policy.allocation),
      ends_on: endsOn,
      decided_on: on,
      decision_no: command.decisionNo ?? null,
      collateral: command.collateral ?? null,
      capital_source: command.capitalSource ?? null,
      credit_group: command.creditGroup ?? null,
      authorised_payer: command.authorisedPayer ?? null,
    });
    await tellCase(this.milestones, tx, row.case_id, 'LOAN_APPROVED', on, command.requestId);
    return { amount, loanNo, termMonths, costs, supported, ratePpm: Number(rates.ratePpm) };
  }
}

/** The core hears of it where it can; a case that is over or already knows does not stop the bank. */
export async function tellCase(
  milestones: RecordMilestone,
  tx: Tx,
  caseId: string | null,
  kind: 'LOAN_APPROVED' | 'LOAN_DISBURSED' | 'LOAN_SETTLED',
  on: LocalDate,
  requestId: string,
): Promise<void> {
  if (!caseId) return;
  try {
    await milestones.apply(tx, { caseId, kind, effectiveOn: on, requestId: `${requestId}:${kind}` });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

async function extend(
  tx: Tx,
  { row, terms }: LoanAccount,
  command: HandleCommand & { on: LocalDate },
  { handling }: LoanPolicy,
): Promise<Record<string, unknown>> {
  const { months, reason, on } = command;
  if (!months || !reason) throw lacking('số tháng gia hạn và lý do');
  const term = row.term_months ?? 0;
  const most = term <= handling.shortTermMonths ? handling.extendMonthsShort : Math.floor((term * handling.extendSharePercent) / 100);
  const left = Math.max(0, most - row.extended_months);
  if (months > left)
    throw refuse(
      'EXTENSION_TOO_LONG',
      `Gia hạn nhiều nhất ${most} tháng trong cả thời gian của khoản vay ${term} tháng, còn được gia hạn ${left} tháng. Hãy giảm số tháng.`,
      { most, left },
    );
  const next = terms.instalments.find(({ dueOn }) => dueOn >= on);
  if (!next) throw refuse('NOTHING_LEFT_TO_EXTEND', 'Không còn kỳ trả gốc nào chưa đến hạn để gia hạn. Hãy xem xét khoanh nợ.');
  await EntryRows.shiftInstalments(tx, row.id, next.dueOn, months);
  await LoanRows.change(tx, row.id, { ends_on: row.ends_on && addMonths(row.ends_on, months) });
  await LoanLedger.settle(tx, [row.id]);
  return { months, reason, decisionNo: command.decisionNo ?? null, from: next.dueOn };
}

/** What the budget pays of the costs: its approved claims, and somebody's word only where there is none. */
async function supportsOf(
  tx: Tx,
  caseId: string | null,
  { supported }: HandleCommand,
  { regime }: LoanPolicy,
): Promise<readonly CostItem[]> {
  const claimed = regime.supportsDeducted && caseId ? await SupportedRows.ofCase(tx, caseId) : [];
  if (claimed.length === 0) {
    if (regime.supportsDeducted && supported === undefined)
      throw lacking('số tiền ngân sách hỗ trợ trong các chi phí đó (không có thì ghi 0)');
    return [{ item: 'SUPPORTED', amount: BigInt(supported ?? 0) }];
  }
  const total = claimed.reduce((sum, { amount }) => sum + amount, 0n);
  if (supported !== undefined && BigInt(supported) !== total)
    throw refuse(
      'SUPPORTED_DIFFERS',
      `Ngân sách đã duyệt hỗ trợ ${formatDong(total)} cho hồ sơ này, số ghi tay là ${formatDong(BigInt(supported))}. Hãy bỏ trống để lấy theo đề nghị đã duyệt.`,
      { claimed: Number(total), written: supported },
    );
  return claimed;
}
