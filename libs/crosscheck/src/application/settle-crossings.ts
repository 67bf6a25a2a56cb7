import { DeskTasks, type NewDeskTask } from '@app/identity';
import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { PolicyBook, WorkingCalendar } from '@app/policy';
import { compareVoices, type CrosscheckRules, type Verdict } from '../domain/voices';
import type { HeardCrossing } from '../persistence/voice-rows';

export interface JudgedCrossing extends HeardCrossing {
  readonly verdict: Verdict;
}

/** What each crossing comes to by the rules of today; writes nothing. */
export async function judgeCrossings(tx: Tx, heard: readonly HeardCrossing[], today: LocalDate): Promise<JudgedCrossing[]> {
  if (heard.length === 0) return [];
  const rules = await rulesOf(tx);
  return heard.map((one) => ({ ...one, verdict: compareVoices(one.statements, one.agencyId !== null, rules, today) }));
}

const rulesOf = async (tx: Tx) => (await PolicyBook.at(tx)).requireValue<CrosscheckRules>('crosscheck.rules');

/** Opens a task with an owner and a clock for every difference, and closes those that are settled. Doing it again changes nothing. */
export async function settleCrossings(tx: Tx, heard: readonly HeardCrossing[], today: LocalDate): Promise<JudgedCrossing[]> {
  const judged = await judgeCrossings(tx, heard, today);
  if (judged.length === 0) return [];
  const { answerWorkingDays } = await rulesOf(tx);
  const dueOn = (await WorkingCalendar.load(tx)).addWorkingDays(today, answerWorkingDays);
  const tasks = judged.flatMap((one) => (one.verdict.state === 'differs' ? [taskOf(one, one.verdict, dueOn)] : []));
  await DeskTasks.openMany(tx, tasks);
  const standing = new Set(tasks.map(({ dedupeKey }) => dedupeKey));
  await closeSettled(tx, judged, standing);
  return judged;
}

/** One key per difference: another rule or another owner is another question. */
const keyOf = ({ caseId, crossing }: HeardCrossing, rule: string, owner: string) => `crosscheck:${caseId}:${crossing}:${rule}:${owner}`;

function taskOf(one: HeardCrossing, verdict: Verdict & { state: 'differs' }, dueOn: LocalDate): NewDeskTask {
  const desk = verdict.owner === 'commune' && !one.commune ? 'centre' : verdict.owner;
  return {
    desk,
    province: one.province,
    commune: one.commune,
    agencyId: one.agencyId,
    kind: 'VOICES_DIFFER',
    dedupeKey: keyOf(one, verdict.rule, desk),
    caseId: one.caseId,
    workerId: one.workerId,
    detail: { crossing: one.crossing, rule: verdict.rule },
    dueOn,
  };
}

const RULES = ['ONE_DENIES', 'DATES_DIFFER', 'ONE_SILENT'];
const DESKS = ['agency', 'commune', 'centre'];

async function closeSettled(tx: Tx, judged: readonly JudgedCrossing[], standing: ReadonlySet<string>): Promise<void> {
  const settled = judged.flatMap((one) =>
    RULES.flatMap((rule) => DESKS.map((desk) => keyOf(one, rule, desk))).filter((key) => !standing.has(key)),
  );
  await DeskTasks.closeMany(tx, settled, 'voices agree');
}
