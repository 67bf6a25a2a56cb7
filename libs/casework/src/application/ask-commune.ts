import { DeskTasks } from '@app/identity';
import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { PolicyBook, WorkingCalendar } from '@app/policy';
import type { CaseFacts } from '../domain/case-facts';
import { communePapers } from '../domain/commune-papers';
import type { CaseRules } from '../domain/milestone';
import type { LockedCase } from '../persistence/case-repository';

/** Kind of the task on a commune's desk. */
export const CONFIRM_PAPERS = 'CONFIRM_PAPERS';

/**
 * Papers that the commune confirms are asked of it, with a clock, when somebody is going to leave: one task, ended by the papers, whoever shows them. Who
 * cannot see a commune's desk leaves the ending to {@link SettleDesks}.
 */
export async function askCommune(
  tx: Tx,
  row: LockedCase,
  before: CaseFacts,
  after: CaseFacts,
  rules: (of: CaseFacts) => CaseRules,
): Promise<void> {
  const [owed, known] = [communePapers(after, rules(after)), communePapers(before, rules(before))];
  if (owed.length === 0) {
    if (known.length > 0) await DeskTasks.closeOfCases(tx, CONFIRM_PAPERS, [row.id], 'confirmed');
    return;
  }
  if (owed.every((guard) => known.includes(guard))) return;
  await DeskTasks.open(tx, {
    desk: row.commune_code ? 'commune' : 'centre',
    province: row.province_code,
    commune: row.commune_code,
    kind: CONFIRM_PAPERS,
    dedupeKey: `confirm-papers:${row.id}:${owed.join('+')}`,
    caseId: row.id,
    workerId: row.worker_id,
    detail: { guards: owed },
    dueOn: await confirmBy(tx, row.today),
  });
}

/** Last of the working days a commune has for what it confirms; null: no rule gives it any. */
export async function confirmBy(tx: Tx, today: LocalDate): Promise<LocalDate | null> {
  const days = (await PolicyBook.at(tx, today)).value<number>('casework.communeConfirmationDays');
  return days === undefined ? null : (await WorkingCalendar.load(tx)).addWorkingDays(today, days);
}
