import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import type { AllocationOrder } from '../domain/allocation';
import type { FreezeMoves } from '../domain/freeze';
import type { LoanRegime } from '../domain/regime';

export interface LoanArithmetic {
  readonly basisDays: number;
  readonly roundingUnit: number;
  /** A difference below this is posted and shown, đồng. */
  readonly toleranceUnit: number;
  readonly instalmentUnit: number;
  readonly everyMonths: number;
  readonly dateWindowDays: number;
}

export interface SupportItem {
  readonly item: string;
  readonly title: string;
  /** đồng; null: as billed. */
  readonly ceiling: number | null;
  readonly per: string;
  /** Days or months supported at the most; null for what is supported once. */
  readonly unitsMost: number | null;
}

/** An item of `support.items`, with what each group may be given for one unit. */
type CatalogueItem = Omit<SupportItem, 'ceiling'> & { readonly ceilings: readonly { readonly most: number | null }[] };

/** What the budget may give at the most; who gets less is told when the support is claimed. */
function mostOfAnybody({ item, title, per, unitsMost, ceilings }: CatalogueItem): SupportItem {
  const most = ceilings.map((one) => one.most);
  return { item, title, per, unitsMost, ceiling: most.includes(null) ? null : Math.max(...(most as number[])) };
}

/** A rule with what it rests on, as a reader of a judgement has to see it. */
export interface RuleSource {
  readonly rule: 'loan.regime' | 'loan.poorHouseholdRate' | 'support.items' | 'household.proof' | 'loan.files';
  readonly basis: string;
  readonly certain: boolean;
}

/** Everything of law and practice a loan is judged by, on the day whose rules it keeps. */
export interface LoanPolicy {
  readonly day: LocalDate;
  readonly regime: LoanRegime;
  /** Of the terms themselves; every rule with its own: `sources`. */
  readonly basis: string;
  readonly sources: readonly RuleSource[];
  readonly poorRatePpm: number;
  readonly arithmetic: LoanArithmetic;
  readonly allocation: AllocationOrder;
  readonly supports: readonly SupportItem[];
  readonly papers: readonly string[];
  readonly handling: {
    readonly extendMonthsShort: number;
    readonly shortTermMonths: number;
    readonly extendSharePercent: number;
    readonly freezeMonths: number;
  };
  readonly freeze: { readonly moves: FreezeMoves };
  /** Rows used, kept with the decision. */
  readonly ruleIds: readonly number[];
}

const SOURCES: readonly RuleSource['rule'][] = ['loan.regime', 'loan.poorHouseholdRate', 'support.items', 'household.proof', 'loan.files'];

/** Throws when a row is missing: nothing may paper over it by a constant. */
export async function loanPolicyAt(tx: Tx, day: LocalDate): Promise<LoanPolicy> {
  const book = await PolicyBook.at(tx, day);
  const regime = book.requireRule<LoanRegime>('loan.regime');
  const poor = book.requireRule<number>('loan.poorHouseholdRate');
  return {
    day,
    regime: regime.value,
    basis: regime.basis,
    sources: SOURCES.flatMap((rule) => {
      const found = book.rule<unknown>(rule);
      return found ? [{ rule, basis: found.basis, certain: found.certain }] : [];
    }),
    poorRatePpm: poor.value,
    arithmetic: book.requireValue('loan.arithmetic'),
    allocation: book.requireValue('loan.allocation'),
    supports: (book.value<CatalogueItem[]>('support.items') ?? []).map(mostOfAnybody),
    papers: book.requireValue('loan.files'),
    handling: book.requireValue('loan.handling'),
    freeze: book.requireValue('loan.freeze'),
    ruleIds: [regime.id, poor.id],
  };
}
