import { type Actor, type LocalDate, notFound } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { decideEligibility, type Eligibility, HINDRANCES, LACKS } from '../domain/eligibility';
import { formatRate } from '../domain/interest';
import { type CostItem, heldToCeiling } from '../domain/regime';
import { type NamedCost, type SupportedCost, supportedCosts } from '../domain/supported-costs';
import { type BorrowerRow, BorrowerRows } from '../persistence/borrower-rows';
import { LoanRows } from '../persistence/loan-rows';
import { SupportedRows } from '../persistence/supported-rows';
import { type LoanPolicy, loanPolicyAt, type RuleSource, type SupportItem } from './loan-policy';

/** What an officer prints and hands over before somebody travels to the bank. Amounts in đồng; every figure is provisional. */
export interface EligibilityPaper {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  readonly communeName: string | null;
  readonly agencyName: string | null;
  readonly eligible: boolean;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly lacks: readonly { readonly code: string; readonly text: string }[];
  readonly entitling: readonly string[];
  readonly priority: boolean;
  readonly rate: string;
  readonly overdueRate: string;
  readonly costs: number | null;
  readonly supports: readonly (Omit<SupportedCost, 'amount' | 'written'> & { readonly amount: number; readonly written: number | null })[];
  readonly ceiling: number | null;
  readonly collateral: boolean;
  readonly termMonthsMost: number | null;
  readonly decisionWorkingDays: number;
  readonly papers: readonly string[];
  /** What the budget may support of the costs, with its ceiling (null: as billed) and what the ceiling counts by; nothing where it is not taken off. */
  readonly supportable: readonly SupportItem[];
  readonly sources: readonly RuleSource[];
  readonly judgedOn: LocalDate;
}

export interface Costs {
  /** Costs of the contract in all, đồng. */
  readonly total?: number;
  /** What was billed for items the budget supports and nobody has claimed yet, by item code; `times`: days or months of an item whose ceiling counts by them. */
  readonly billed?: Readonly<Record<string, { readonly amount: number; readonly times: number }>>;
}

@Injectable()
export class CheckEligibility {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND out of scope. */
  async run(actor: Actor, caseId: string, costs: Costs): Promise<EligibilityPaper> {
    return this.runner.run(actor, async (tx) => {
      const [facts] = await BorrowerRows.facts(tx, [caseId]);
      if (!facts) throw notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
      const today = await LoanRows.today(tx);
      return paperOf(facts, await loanPolicyAt(tx, today), costs, await SupportedRows.ofCase(tx, caseId), today);
    });
  }
}

/** The same judgement for many at once; a loan is judged by the rules of the day it is decided, whatever the day of the sending contract. */
export async function judgeBorrowers(
  tx: Tx,
  caseIds: readonly string[],
): Promise<{ facts: BorrowerRow; policy: LoanPolicy; eligibility: Eligibility }[]> {
  const policy = await loanPolicyAt(tx, await LoanRows.today(tx));
  return (await BorrowerRows.facts(tx, caseIds)).map((facts) => ({
    facts,
    policy,
    eligibility: decideEligibility(facts, policy.regime, policy.poorRatePpm, [], []),
  }));
}

function paperOf(facts: BorrowerRow, policy: LoanPolicy, costs: Costs, claimed: readonly NamedCost[], today: LocalDate): EligibilityPaper {
  const byHand = policy.supports.flatMap(({ item, title, ceiling, unitsMost }) => {
    const billed = costs.billed?.[item];
    return billed ? [{ item, title, amount: heldToCeiling(BigInt(billed.amount), ceiling, billed.times, unitsMost) }] : [];
  });
  const supports = policy.regime.supportsDeducted ? supportedCosts(claimed, byHand) : [];
  const items: CostItem[] = costs.total ? [{ item: 'ALL', amount: BigInt(costs.total) }] : [];
  const judged = decideEligibility(facts, policy.regime, policy.poorRatePpm, items, supports);
  const { caseId, caseCode, fullName, birthDate, communeName, agencyName } = facts;
  return {
    caseId,
    caseCode,
    fullName,
    birthDate,
    communeName,
    agencyName,
    eligible: judged.eligible,
    reasons: judged.hindrances.map((code) => ({ code, text: HINDRANCES[code] })),
    lacks: judged.lacks.map((code) => ({ code, text: LACKS[code] })),
    entitling: judged.entitling,
    priority: judged.rates.priority,
    rate: formatRate(judged.rates.ratePpm),
    overdueRate: formatRate(judged.rates.overdueRatePpm),
    costs: costs.total ?? null,
    supports: supports.map((one) => ({ ...one, amount: Number(one.amount), written: one.written === null ? null : Number(one.written) })),
    ceiling: judged.ceiling === undefined ? null : Number(judged.ceiling),
    collateral: judged.collateral,
    termMonthsMost: judged.termMonthsMost,
    decisionWorkingDays: policy.regime.decisionWorkingDays,
    papers: policy.papers,
    supportable: policy.regime.supportsDeducted ? policy.supports : [],
    sources: policy.sources,
    judgedOn: today,
  };
}
