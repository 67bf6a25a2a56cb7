import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { capOfJob, type FeeJob, jobsIn, type ServiceFeeCap } from '../domain/fee-cap';
import type { CeilingRules, RuleWithBasis } from '../domain/fee-ceiling';

/** What the fees of a contract are held to on a day, with the rows it rests on. */
export interface FeeRules extends CeilingRules {
  readonly book: PolicyBook;
  readonly ids: readonly number[];
  /** Work with a fee of its own in this market on that day. */
  readonly jobs: readonly FeeJob[];
}

/**
 * What a contract is held to on a day: before the first row of `fee.service` to nothing, by work without a row of its own then to the general fee.
 * @param day default: today.
 */
export async function feeRulesAt(tx: Tx, market: string, { job, day }: { job: string | null; day?: LocalDate }): Promise<FeeRules> {
  const book = await PolicyBook.at(tx, day);
  const general = book.rule<ServiceFeeCap>('fee.service', market);
  const list = book.rule<FeeJob[]>('fee.service.jobs');
  const jobs = jobsIn(list?.value ?? [], market);
  const service = general && ofJob(general, list, job, market);
  const escrow = book.byMarket<{ amount: number }>('escrow.cap').find((rule) => rule.market === market);
  const used = [general, job ? list : undefined, escrow];
  return { ...(service && { service }), ...(escrow && { escrow }), book, ids: used.flatMap((rule) => rule?.id ?? []), jobs };
}

/** The cap of a job by its own row, of any other work by the general one. */
export function ofJob(
  general: RuleWithBasis<ServiceFeeCap>,
  list: RuleWithBasis<FeeJob[]> | undefined,
  job: string | null,
  market: string,
): RuleWithBasis<ServiceFeeCap> {
  const own = jobsIn(list?.value ?? [], market).find(({ code }) => code === job);
  return own && list ? { value: capOfJob(general.value, own), basis: list.basis, certain: list.certain } : general;
}
