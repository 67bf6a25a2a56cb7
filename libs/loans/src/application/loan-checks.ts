import { type Actor, addDays, addMonths, DomainError, type LocalDate } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { type CheckPlace, type LoanCheckLine, LoanCheckRows } from '../persistence/loan-check-rows';

/** When somebody has to look at how the money was used (`loan.checks`). */
export interface CheckRules {
  readonly firstWithinDays: number;
  readonly everyMonths: number;
}

export interface ShownCheck extends LoanCheckLine {
  /** Day by which the next regular check is asked for; null: nothing was paid out here. */
  readonly dueOn: LocalDate | null;
}

/** The loans of an office in the order in which their use has to be checked; a check itself is a deed of the loan (`CHECK`). */
@Injectable()
export class LoanChecks {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws CURSOR_WRONG. */
  async list(actor: Actor, { after, limit = 50 }: { after?: string; limit?: number }): Promise<{ checks: ShownCheck[]; next?: string }> {
    const place = readPlace(after);
    return this.runner.run(actor, async (tx) => {
      const rules = (await PolicyBook.at(tx)).requireValue<CheckRules>('loan.checks');
      const rows = await LoanCheckRows.list(tx, place, limit + 1);
      const checks = rows.slice(0, limit).map((line) => ({ ...line, dueOn: checkDue(line, rules) }));
      const last = checks.at(-1);
      return { checks, ...(rows.length > limit && last && { next: placeOf(last) }) };
    });
  }
}

/** The first check so many days after the money went out, then every so many months. */
export function checkDue(
  { checkedOn, firstDisbursedOn }: Pick<LoanCheckLine, 'checkedOn' | 'firstDisbursedOn'>,
  { firstWithinDays, everyMonths }: CheckRules,
): LocalDate | null {
  if (checkedOn) return addMonths(checkedOn, everyMonths);
  return firstDisbursedOn && addDays(firstDisbursedOn, firstWithinDays);
}

const placeOf = ({ checkedOn, firstDisbursedOn, loanId }: LoanCheckLine): string =>
  `${checkedOn ?? '-infinity'}_${firstDisbursedOn ?? '-infinity'}_${loanId}`;

function readPlace(after: string | undefined): CheckPlace | undefined {
  if (after === undefined) return undefined;
  const parts = /^(\d{4}-\d{2}-\d{2}|-infinity)_(\d{4}-\d{2}-\d{2}|-infinity)_([0-9a-f-]{36})$/.exec(after);
  if (!parts) throw new DomainError('malformed', 'CURSOR_WRONG', 'Vị trí trang không đúng. Hãy tải lại danh sách từ đầu.');
  return { checkedOn: parts[1]!, disbursedOn: parts[2]!, id: parts[3]! };
}
