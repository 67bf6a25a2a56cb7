import { addMonths, DomainError, type LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { daysUnderFreeze, endedOn, type Freeze, type FrozenPeriod } from '../domain/freeze';
import { EntryRows } from '../persistence/entry-rows';
import { LoanRows } from '../persistence/loan-rows';
import type { LoanAccount } from './loan-ledger';
import type { LoanPolicy } from './loan-policy';

interface FreezeDecision {
  readonly on: LocalDate;
  readonly until: LocalDate;
  readonly reason: string;
  readonly decisionNo: string;
}

/** Freezes a debt: what is not late yet moves by the rule the loan was decided under, the last day with it. Throws FREEZE_TOO_LONG. */
export async function freezeLoan(
  tx: Tx,
  { row, terms }: LoanAccount,
  { on, until, reason, decisionNo }: FreezeDecision,
  { handling, freeze: { moves } }: LoanPolicy,
): Promise<Record<string, unknown>> {
  if (until <= on || until > addMonths(on, handling.freezeMonths))
    throw new DomainError('refused', 'FREEZE_TOO_LONG', `Khoanh nợ nhiều nhất ${handling.freezeMonths} tháng kể từ ngày quyết định.`);
  const before = { moves, endsOn: row.ends_on, dueOn: terms.instalments.map(({ dueOn }) => dueOn) };
  await lay(tx, row.id, before, { from: on, to: until }, [...row.frozen, { from: on, to: until, before }]);
  return { until, reason, decisionNo };
}

/** Ends a freeze: one that ends before its day moves what is due by the days it lasted only. */
export async function unfreezeLoan(tx: Tx, { row }: LoanAccount, on: LocalDate): Promise<void> {
  const last = row.frozen.at(-1);
  const frozen = endedOn(row.frozen, on);
  if (!last?.before || last.to <= on) return LoanRows.change(tx, row.id, { frozen: JSON.stringify(frozen) });
  await lay(tx, row.id, last.before, { from: last.from, to: on > last.from ? on : last.from }, frozen);
}

async function lay(
  tx: Tx,
  loanId: string,
  { moves, endsOn, dueOn }: NonNullable<FrozenPeriod['before']>,
  freeze: Freeze,
  frozen: readonly FrozenPeriod[],
): Promise<void> {
  await EntryRows.moveInstalments(tx, loanId, daysUnderFreeze(dueOn, freeze, moves));
  const [end] = daysUnderFreeze(endsOn ? [endsOn] : [], freeze, moves);
  await LoanRows.change(tx, loanId, { frozen: JSON.stringify(frozen), ends_on: end ?? null });
}
