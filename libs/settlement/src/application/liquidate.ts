import { type Actor, DomainError, type LocalDate, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import {
  AGENCY_DEEDS,
  decideLiquidation,
  LIQUIDATION_REFUSALS,
  LIQUIDATION_STATES,
  type LiquidationDeed,
  liquidationDueBy,
  type LiquidationRule,
  type LiquidationState,
  unanswered,
} from '../domain/liquidation';
import { EscrowRows } from '../persistence/escrow-rows';
import { type LiquidationLine, LiquidationRows } from '../persistence/liquidation-rows';
import { type ReceiptLine, ReceiptRows } from '../persistence/receipt-rows';
import { type RefundLine, RefundRows } from '../persistence/refund-rows';
import { refuseFuture, type SettledCase, SettledCaseRows } from '../persistence/settled-case-rows';
import { readCursor, writeCursor } from './due-cursor';

export interface LiquidateCommand {
  readonly deed: LiquidationDeed;
  readonly on?: LocalDate;
  readonly note?: string;
  readonly requestId: string;
}

export interface LiquidationPage {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly state: LiquidationState;
  readonly stateTitle: string;
  readonly endedOn: LocalDate | null;
  readonly dueBy: LocalDate | null;
  /** Letters that count towards closing alone. */
  readonly letters: readonly LocalDate[];
  readonly lettersNeeded: number;
  /** đồng of the worker's escrow with the agency that were not given back. */
  readonly escrowHeld: number;
  readonly owed: number;
  readonly paid: number;
  readonly refunds: readonly RefundLine[];
  readonly receipts: readonly ReceiptLine[];
  readonly history: readonly Record<string, unknown>[];
}

/** Closing a sending contract: the agency proposes within 180 days, the worker's side confirms; both are kept with who and when. */
@Injectable()
export class Liquidate {
  constructor(private readonly runner: TransactionRunner) {}

  async list(
    actor: Actor,
    query: { states?: string; after?: string; limit?: number },
  ): Promise<{ liquidations: LiquidationLine[]; next?: string }> {
    const limit = query.limit ?? 50;
    const [afterDue, afterId] = readCursor(query.after);
    const rows = await this.runner.run(actor, async (tx) =>
      LiquidationRows.list(tx, {
        states: query.states?.split(',') ?? ['OPEN', 'PROPOSED', 'DISPUTED'],
        days: (await ruleOf(tx)).days,
        afterDue,
        afterId,
        limit: limit + 1,
      }),
    );
    const liquidations = rows.slice(0, limit);
    const last = liquidations.at(-1);
    return { liquidations, ...(rows.length > limit && last && { next: writeCursor(last) }) };
  }

  /** Throws NOT_FOUND out of scope. */
  async get(actor: Actor, caseId: string): Promise<LiquidationPage> {
    return this.runner.run(actor, (tx) => pageOf(tx, caseId));
  }

  /** Throws NOT_FOUND, DATE_IN_FUTURE, NOT_ENDED, WRONG_SIDE and the refusals of the deed. */
  async run(actor: Actor, caseId: string, command: LiquidateCommand): Promise<LiquidationPage> {
    return this.runner.run(
      actor,
      async (tx) => {
        const found = await SettledCaseRows.find(tx, caseId);
        if (!found) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
        if (await LiquidationRows.recorded(tx, caseId, command.requestId)) return pageOf(tx, caseId);
        refuseFuture(command.on ?? found.today, found);
        const mine = actor.role === 'agency_clerk';
        if (AGENCY_DEEDS.includes(command.deed) !== mine)
          throw new DomainError(
            'forbidden',
            'WRONG_SIDE',
            mine
              ? 'Phần trả lời thuộc về người lao động (qua xã hoặc trung tâm).'
              : 'Việc này do doanh nghiệp thực hiện. Hãy nhắc doanh nghiệp.',
          );
        const endedOn = endOf(found) ?? found.contractEnd;
        if (!endedOn || endedOn > found.today)
          throw new DomainError(
            'refused',
            'NOT_ENDED',
            'Hợp đồng chưa chấm dứt, chưa thanh lý được. Hãy báo ngày về nước hoặc ngày chấm dứt trước.',
          );
        const rule = await ruleOf(tx);
        const row = await LiquidationRows.lock(tx, caseId, { endedOn, dueBy: liquidationDueBy(endedOn, rule) });
        const decided = decideLiquidation(
          {
            state: row.state,
            endedOn: row.endedOn,
            letters: await lettersOf(tx, caseId, row.endedOn),
            unpaid: await RefundRows.unpaid(tx, caseId),
            held: BigInt(await EscrowRows.heldByAgency(tx, caseId)),
          },
          command.deed,
          command.on ?? found.today,
          rule,
        );
        if ('refusal' in decided) throw new DomainError('refused', decided.refusal, LIQUIDATION_REFUSALS[decided.refusal]);
        await LiquidationRows.change(tx, caseId, decided.state);
        const { deed, on, note, requestId } = command;
        await LiquidationRows.record(tx, { caseId, deed, on: on ?? found.today, state: decided.state, note: note ?? null, requestId });
        await AuditTrail.record(tx, {
          action: `settlement.${deed.toLowerCase()}`,
          subject: { kind: 'case', id: caseId },
          province: found.provinceCode,
        });
        return pageOf(tx, caseId);
      },
      { requestId: command.requestId },
    );
  }
}

export async function ruleOf(tx: Tx): Promise<LiquidationRule> {
  return (await PolicyBook.at(tx)).requireValue<LiquidationRule>('liquidation.rules');
}

/** When the contract ended in fact: ended early, came home, or ended in another way (a death, a withdrawal). */
const endOf = ({ terminatedOn, returnedOn, endedOn }: SettledCase): LocalDate | null => terminatedOn ?? returnedOn ?? endedOn;

async function lettersOf(tx: Tx, caseId: string, endedOn: LocalDate | null): Promise<LocalDate[]> {
  return unanswered(await LiquidationRows.letters(tx, caseId), endedOn, await LiquidationRows.answeredOn(tx, caseId));
}

export async function pageOf(tx: Tx, caseId: string): Promise<LiquidationPage> {
  const found = await SettledCaseRows.find(tx, caseId);
  if (!found) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
  const rule = await ruleOf(tx);
  const row = await LiquidationRows.find(tx, caseId);
  const refunds = await RefundRows.ofCase(tx, caseId);
  const ended = endOf(found);
  const state = row?.state ?? 'OPEN';
  return {
    caseId,
    caseCode: found.caseCode,
    fullName: found.fullName,
    state,
    stateTitle: LIQUIDATION_STATES[state],
    endedOn: row?.endedOn ?? ended,
    dueBy: row?.dueBy ?? (ended && liquidationDueBy(ended, rule)),
    letters: await lettersOf(tx, caseId, row?.endedOn ?? ended),
    lettersNeeded: rule.letters,
    escrowHeld: await EscrowRows.heldByAgency(tx, caseId),
    owed: refunds.reduce((sum, { principal, interest }) => sum + principal + interest, 0),
    paid: refunds.reduce((sum, { paid }) => sum + paid, 0),
    refunds,
    receipts: await ReceiptRows.ofCase(tx, caseId),
    history: await LiquidationRows.history(tx, caseId),
  };
}
