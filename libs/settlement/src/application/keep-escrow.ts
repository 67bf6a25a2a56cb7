import { type Actor, DomainError, formatDong, type LocalDate, newId, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { articleOf, depositFaults } from '../domain/collection';
import { deedFits, type EscrowDeed, escrowDueBy, type EscrowKind, escrowOutcome } from '../domain/escrow';
import { type EscrowLine, EscrowRows } from '../persistence/escrow-rows';
import { type EscrowCase, refuseFuture, type SettledCase, SettledCaseRows } from '../persistence/settled-case-rows';

export interface EscrowCommand {
  readonly kind: EscrowKind;
  readonly deed: EscrowDeed;
  readonly amount: number;
  readonly on: LocalDate;
  readonly reference: string;
  readonly note?: string;
  /** The account of a worker's escrow lies with the bank office that follows the case. */
  readonly atCaseBank?: boolean;
  readonly requestId: string;
}

export interface EscrowShown extends EscrowLine {
  /** What the rules make of it as the case stands; null: nothing yet. */
  readonly outcome: 'RETURN' | 'FORFEIT' | null;
  /** Taken too early or above the ceiling of the market: the article it goes against; null: nothing, or a bank that knows nothing of it asks. */
  readonly article: string | null;
}

export interface EscrowsShown {
  readonly escrows: EscrowShown[];
  /** Last day to pay the EPS escrow, while it is asked for and not paid. */
  readonly epsDueBy: LocalDate | null;
}

const refuse = (code: string, message: string) => new DomainError('refused', code, message);

/** Escrow with the policy bank and escrow with the agency: two ledgers, each with its own rules. */
@Injectable()
export class KeepEscrow {
  constructor(private readonly runner: TransactionRunner) {}

  async list(actor: Actor, caseId: string): Promise<EscrowsShown> {
    return this.runner.run(actor, async (tx) => {
      const found = await SettledCaseRows.ofEscrow(tx, caseId);
      if (!found) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
      return shown(tx, caseId, found);
    });
  }

  /** Throws NOT_FOUND, NO_CONTRACT, WRONG_LEDGER, OUTCOME_DIFFERS, ESCROW_SHORT, ESCROW_ELSEWHERE. */
  async run(actor: Actor, caseId: string, command: EscrowCommand): Promise<EscrowsShown> {
    return this.runner.run(
      actor,
      async (tx) => {
        const found = await SettledCaseRows.ofEscrow(tx, caseId);
        if (!found) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
        const { kind, deed, amount, on } = command;
        refuseFuture(on, found);
        if (!deedFits(kind, deed))
          throw refuse(
            'WRONG_LEDGER',
            'Loại ký quỹ này không có nghiệp vụ đó: chỉ ký quỹ EPS nộp ngân sách, chỉ ký quỹ doanh nghiệp bù thiệt hại.',
          );
        if (!found.contractSignedOn)
          throw refuse('NO_CONTRACT', 'Chưa có ngày ký hợp đồng; chưa ký quỹ được (Luật 69/2020/QH14, Điều 25).');
        const outcome = escrowOutcome(kind, found);
        if ((deed === 'RETURN' || deed === 'FORFEIT') && outcome !== deed)
          throw refuse(
            'OUTCOME_DIFFERS',
            'Theo tình trạng hồ sơ, tiền ký quỹ không được xử lý như vậy. Hãy kiểm tra lại giai đoạn của hồ sơ.',
          );
        const rule = (await PolicyBook.at(tx, found.contractSignedOn)).rule<{ payWithinDays: number }>('escrow.eps', 'KR');
        const row = await EscrowRows.lock(tx, {
          id: newId(),
          caseId,
          kind,
          amount,
          signedOn: found.contractSignedOn,
          dueBy: kind === 'EPS' && rule ? escrowDueBy(found.contractSignedOn, rule.value.payWithinDays) : null,
          ruleId: kind === 'EPS' ? (rule?.id ?? null) : null,
          bankId: holder(tx, command, found),
          mayOpen: actor.role !== 'bank_officer' || found.bankId === actor.organisationId,
        });
        const out = deed === 'RETURN' || deed === 'FORFEIT' || deed === 'USE';
        if (out && amount > row.balance) throw refuse('ESCROW_SHORT', `Chỉ còn ${formatDong(BigInt(row.balance))} trong tài khoản ký quỹ.`);
        if (deed === 'INTEREST' && row.balance === 0)
          throw refuse('ESCROW_SHORT', 'Không có tiền ký quỹ nào để tính lãi. Hãy ghi khoản nộp trước.');
        await EscrowRows.record(tx, row.id, { ...command, on, out });
        await AuditTrail.record(tx, {
          action: `settlement.escrow-${deed.toLowerCase()}`,
          subject: { kind: 'case', id: caseId },
          province: found.provinceCode,
        });
        return shown(tx, caseId, found);
      },
      { requestId: command.requestId },
    );
  }
}

/** Who holds the account: the office that records, or the one that follows the case; null: a bank that does not work here. */
function holder({ actor }: Tx, { kind, atCaseBank }: EscrowCommand, { bankId }: EscrowCase): string | null {
  if (actor.role === 'bank_officer') return actor.organisationId;
  return kind === 'EPS' || atCaseBank ? bankId : null;
}

/** Read where it was written: after a trial nothing is left to read. */
async function shown(tx: Tx, caseId: string, found: EscrowCase | SettledCase): Promise<EscrowsShown> {
  const escrows = await EscrowRows.ofCase(tx, caseId);
  const shownOnes: EscrowShown[] = [];
  for (const one of escrows)
    shownOnes.push({ ...one, outcome: escrowOutcome(one.kind, found) ?? null, article: await articleAgainst(tx, one, found) });
  return {
    escrows: shownOnes,
    epsDueBy: escrows.some(({ kind, state }) => kind === 'EPS' && state !== 'DUE') ? null : await epsDueBy(tx, found),
  };
}

/** The article the deposits of an agency's escrow go against, by the ceiling and the words of the day of the first. */
async function articleAgainst(tx: Tx, { kind, entries }: EscrowLine, found: EscrowCase | SettledCase): Promise<string | null> {
  const back = new Set(entries.flatMap(({ reversesId }) => reversesId ?? []));
  const deposits = entries.filter(({ id, deed, reversesId }) => deed === 'DEPOSIT' && reversesId === null && !back.has(id));
  if (kind !== 'AGENCY' || deposits.length === 0 || !('visaOn' in found)) return null;
  const book = await PolicyBook.at(tx, deposits[0]!.on);
  const cap = book.byMarket<{ amount: number }>('escrow.cap').find(({ market }) => market === found.market);
  const faults = depositFaults(
    deposits.map(({ on, held }) => ({ on, amount: BigInt(held) })),
    { ...found, cap: cap ? BigInt(cap.value.amount) : null },
  );
  return faults.length > 0 ? articleOf('ESCROW', faults, book.value<Record<string, string>>('fee.fines') ?? {}) : null;
}

/** A public programme in Korea asks for it from the signing on; whoever has left has paid. */
async function epsDueBy(tx: Tx, { market, legalForm, stage, contractSignedOn }: EscrowCase): Promise<LocalDate | null> {
  if (market !== 'KR' || legalForm !== 'PUBLIC' || !contractSignedOn || !['CONTRACTED', 'READY'].includes(stage)) return null;
  const rule = (await PolicyBook.at(tx, contractSignedOn)).rule<{ payWithinDays: number }>('escrow.eps', 'KR');
  return rule ? escrowDueBy(contractSignedOn, rule.value.payWithinDays) : null;
}
