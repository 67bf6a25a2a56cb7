import { OrderRows } from '@app/agencies';
import { type Actor, addDays, DomainError, type LocalDate, notFound } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook, type PolicyRule } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { type Eligibility, type EligibilityLimits, type EligibilityRule, judgeEligibility, type Kin } from '../domain/eligibility';
import { EligibilityRows } from '../persistence/eligibility-rows';

const DAYS_OF_YEAR = 365;
/** More people than this are asked about in two calls. */
export const MOST_CANDIDATES = 10_000;

/** A commune is closed above the rate and from the count on, both together; nothing is above 1000 permille. */
interface LocalityRule {
  readonly rateAbovePermille: number;
  readonly countFrom: number;
  readonly units: readonly string[];
  readonly residenceYears: number;
}

export interface EligibilityQuestion {
  /** Of an order: its market, its exit day and what it asks. */
  readonly orderId?: string;
  readonly market?: string;
  /** Day of the exit by which ages are judged; default: the order's, else today. */
  readonly exitOn?: LocalDate;
  /** Day whose rules hold: of the round, when its results are written down later; default: today. */
  readonly judgedOn?: LocalDate;
  /** Absent: everybody of the scope whose case waits for an order. */
  readonly workerIds?: readonly string[];
}

/** Where a rule comes from, said once for all people. */
export interface RuleSource {
  readonly rule: EligibilityRule;
  /** What is asked, in the words of the rule. */
  readonly asked: string;
  readonly basis: string;
  /** First day in force; null: the order itself, or the system's own record. */
  readonly from: LocalDate | null;
  readonly certain: boolean;
}

export interface EligibilityAnswer {
  readonly market: string;
  readonly exitOn: LocalDate;
  readonly judgedOn: LocalDate;
  readonly sources: readonly RuleSource[];
  readonly people: readonly Eligibility[];
}

/** May these people go there? Every rule with its value and its source, by the rules in force on the day asked about. */
@Injectable()
export class CheckEligibility {
  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor, question: EligibilityQuestion): Promise<EligibilityAnswer> {
    return this.runner.run(actor, (tx) => this.apply(tx, question), { timeoutMs: 60_000 });
  }

  async apply(tx: Tx, question: EligibilityQuestion): Promise<EligibilityAnswer> {
    const order = question.orderId ? await OrderRows.find(tx, question.orderId) : undefined;
    if (question.orderId && !order) throw notFound('Không tìm thấy đơn hàng này trong phạm vi của bạn.');
    const market = order?.terms.market ?? question.market;
    if (!market) throw new DomainError('invalid', 'MARKET_MISSING', 'Chưa chọn nước đến hoặc đơn hàng. Hãy chọn một trong hai.');
    const judgedOn = question.judgedOn ?? (await OrderRows.today(tx));
    const exitOn = question.exitOn ?? order?.terms.exitOn ?? judgedOn;
    const book = await PolicyBook.at(tx, judgedOn);
    const rules = rulesOf(book, market);
    const limits: EligibilityLimits = {
      market,
      exitOn,
      age: rules.age.value,
      suspended: await suspendedBy(tx, market, rules.locality.value),
      livedSince: closesSome(rules.locality.value) ? addDays(exitOn, -DAYS_OF_YEAR * rules.locality.value.residenceYears) : null,
      relatives: rules.relatives.value,
      earlierOverstay: rules.earlierOverstay.value,
      ...(order && { order: order.terms }),
    };
    const workerIds = question.workerIds ?? (await EligibilityRows.waiting(tx, MOST_CANDIDATES));
    const facts = await EligibilityRows.facts(tx, workerIds, market, limits.livedSince);
    return {
      market,
      exitOn,
      judgedOn,
      sources: sourcesOf(rules, limits, order?.code),
      people: facts.map((one) => judgeEligibility(one, limits)),
    };
  }
}

function rulesOf(book: PolicyBook, market: string) {
  return {
    age: book.requireRule<EligibilityLimits['age']>('worker.age', market),
    locality: book.requireRule<LocalityRule>('eligibility.locality', market),
    relatives: book.requireRule<Kin[]>('eligibility.relatives', market),
    earlierOverstay: book.requireRule<EligibilityLimits['earlierOverstay']>('eligibility.earlierOverstay', market),
  };
}

function closesSome({ rateAbovePermille, units }: LocalityRule): boolean {
  return rateAbovePermille < 1000 || units.length > 0;
}

/** Named by the host, or over the rate AND the count at once (people of the commune in the market, overstayers included). */
async function suspendedBy(tx: Tx, market: string, rule: LocalityRule): Promise<Map<string, 'named' | 'measured'>> {
  if (!closesSome(rule)) return new Map();
  const measured = await EligibilityRows.measured(tx, market, rule.countFrom);
  const over = measured.filter(({ overstaying, there }) => overstaying * 1000 > rule.rateAbovePermille * there);
  return new Map([
    ...over.map(({ communeCode }) => [communeCode, 'measured'] as const),
    ...rule.units.map((code) => [code, 'named'] as const),
  ]);
}

function sourcesOf(rules: ReturnType<typeof rulesOf>, limits: EligibilityLimits, orderCode: string | undefined): RuleSource[] {
  const of = (rule: EligibilityRule, { basis, from, certain }: PolicyRule, asked: string): RuleSource => ({
    rule,
    asked,
    basis,
    from,
    certain,
  });
  const own = (rule: EligibilityRule, asked: string, basis: string): RuleSource => ({ rule, asked, basis, from: null, certain: true });
  const { age, locality, relatives, earlierOverstay } = rules;
  const [least, most] = [
    Math.max(age.value.minimum, limits.order?.ageFrom ?? 0),
    Math.min(age.value.maximum ?? Infinity, limits.order?.ageTo ?? Infinity),
  ];
  return [
    of('AGE', age, `${least}-${most === Infinity ? '' : most}`),
    of('LOCALITY', locality, closesSome(locality.value) ? `>${locality.value.rateAbovePermille / 10}% >=${locality.value.countFrom}` : ''),
    of('RELATIVES', relatives, relatives.value.join(' ')),
    of('EARLIER_OVERSTAY', earlierOverstay, `${earlierOverstay.value.sameMarket} ${earlierOverstay.value.otherMarket}`),
    own('AWAY', '', 'Luật 69/2020/QH14, Điều 44'),
    ...(limits.order ? [own('ORDER', limits.order.sex ?? '', `Đơn hàng ${orderCode}`)] : []),
  ];
}
