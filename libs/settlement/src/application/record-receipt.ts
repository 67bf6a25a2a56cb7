import { type Actor, type LocalDate, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { articleOf, type CollectionFault, collectionFaults, type PaymentItem } from '../domain/collection';
import { feeRuleDays, serviceFeeCap } from '../domain/fee-cap';
import { foreignPaid } from '../domain/fee-ceiling';
import { type FeeTerm, feeTerms, monthsOf, termOf } from '../domain/fee-terms';
import { FeeSheetRows, type SheetInForce } from '../persistence/fee-sheet-rows';
import { ReceiptRows } from '../persistence/receipt-rows';
import { refuseFuture, type SettledCase, SettledCaseRows } from '../persistence/settled-case-rows';
import { feeRulesAt } from './fee-rules';

export interface ReceiptCommand {
  readonly item: PaymentItem;
  readonly amount: number;
  readonly paidOn: LocalDate;
  readonly receiptNo: string;
  readonly note?: string;
  readonly requestId: string;
}

/** Money somebody took from a worker. What was wrong about it is said with its article; the record stands, the money was taken. */
@Injectable()
export class RecordReceipt {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND out of scope, DATE_IN_FUTURE. */
  async run(
    actor: Actor,
    caseId: string,
    command: ReceiptCommand,
  ): Promise<{ faults: readonly CollectionFault[]; article: string | null }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const found = await SettledCaseRows.find(tx, caseId);
        if (!found) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
        refuseFuture(command.paidOn, found);
        const book = await PolicyBook.at(tx, command.paidOn);
        const receipts = await ReceiptRows.ofCase(tx, caseId);
        const sheet = await FeeSheetRows.inForce(tx, found, found.contractSignedOn ?? command.paidOn);
        const terms = command.item === 'SERVICE_FEE' ? await termsOf(tx, found) : [];
        const term = termOf(terms, command.paidOn);
        const counted = receipts.filter(({ item, paidOn }) => item === command.item && termOf(terms, paidOn) === term);
        const faults = collectionFaults(command.item, BigInt(command.amount), command.paidOn, {
          ...found,
          cap: term > 0 ? await extensionCap(tx, found, terms[term]!, sheet) : await capOf(tx, found, command, sheet),
          taken: counted.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
        });
        const article = faults.length > 0 ? articleOf(command.item, faults, book.value<Record<string, string>>('fee.fines') ?? {}) : null;
        await ReceiptRows.insert(tx, { ...command, caseId, amount: BigInt(command.amount), faults, article, note: command.note ?? null });
        await AuditTrail.record(tx, {
          action: 'settlement.receipt',
          subject: { kind: 'case', id: caseId },
          province: found.provinceCode,
          detail: { item: command.item, faults },
        });
        return { faults, article };
      },
      { requestId: command.requestId },
    );
  }
}

/** What the published sheet asks for the item in all, never more than its ceiling; or the cap of the escrow; null: nothing is known. */
async function capOf(
  tx: Tx,
  found: SettledCase,
  { item, paidOn }: ReceiptCommand,
  sheet: SheetInForce | undefined,
): Promise<bigint | null> {
  const published = (sheet?.lines ?? []).filter((line) => line.item === item && line.payer === 'WORKER');
  if (sheet && published.length > 0) {
    const asked = published.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    return item === 'SERVICE_FEE' ? least([asked, ...(await serviceCaps(tx, found, sheet, paidOn))]) : asked;
  }
  if (item !== 'ESCROW') return null;
  const cap = (await PolicyBook.at(tx, paidOn)).byMarket<{ amount: number }>('escrow.cap').find((rule) => rule.market === found.market);
  return cap ? BigInt(cap.value.amount) : null;
}

/** The contract and its extensions: each has a service fee and a ceiling of its own (Law 69/2020/QH14, Art. 23). */
async function termsOf(tx: Tx, { caseId, contractStart, contractEnd }: SettledCase): Promise<FeeTerm[]> {
  if (!contractStart || !contractEnd) return [];
  const { endsOn, extensions } = await SettledCaseRows.contractTerms(tx, caseId);
  return feeTerms({ startsOn: contractStart, endsOn: endsOn ?? contractEnd }, extensions);
}

/** The most for an extension by the rules of the day it was agreed; null: no sheet says what the work pays. */
async function extensionCap(tx: Tx, { market }: SettledCase, term: FeeTerm, sheet: SheetInForce | undefined): Promise<bigint | null> {
  if (!sheet) return null;
  const { service } = await feeRulesAt(tx, market!, { job: sheet.job, day: term.agreedOn! });
  return service ? serviceFeeCap(service.value, { months: monthsOf(term), monthlyWage: BigInt(sheet.monthlyWage), extension: true }) : null;
}

/** The ceiling of the service fee by the rules of each day that counts for this case. */
async function serviceCaps(tx: Tx, found: SettledCase, sheet: SheetInForce, paidOn: LocalDate): Promise<bigint[]> {
  const contract = { months: sheet.months, monthlyWage: BigInt(sheet.monthlyWage), foreignPaid: foreignPaid(sheet.lines) };
  const caps: bigint[] = [];
  for (const day of feeRuleDays(found, paidOn)) {
    const { service } = await feeRulesAt(tx, found.market!, { job: sheet.job, day });
    if (service) caps.push(serviceFeeCap(service.value, contract));
  }
  return caps;
}

const least = (amounts: readonly bigint[]): bigint => amounts.reduce((low, one) => (one < low ? one : low));
