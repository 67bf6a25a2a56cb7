import { DeskTasks } from '@app/identity';
import type { Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { communePapers } from '../domain/commune-papers';
import { phaseOf } from '../domain/stages';
import { factsOf } from '../persistence/case-row';
import { DeskRows } from '../persistence/desk-rows';
import { CONFIRM_PAPERS } from './ask-commune';
import { CaseRuleBook } from './case-rules';
import { lacksNothing, MISSING_PAPERS } from './chase-papers';
import { DEPARTURE_GAP } from './record-milestone';

/**
 * Tasks that end by the papers of a case, on whatever desk they lie: who brings the last paper sees the own desk alone (a commune not the agency's, an agency
 * not the centre's), and nobody may tick them off.
 */
@Injectable()
export class SettleDesks {
  private readonly book = new CaseRuleBook();

  /** For the background: facts of these cases changed. */
  async forCases(tx: Tx, caseIds: readonly string[]): Promise<void> {
    const rows = await DeskRows.withOpenTask(tx, [CONFIRM_PAPERS, DEPARTURE_GAP, MISSING_PAPERS], caseIds);
    if (rows.length === 0) return;
    const rules = await this.book.rules(tx, rows[0]!.today);
    const cases = rows.map((row) => ({ id: row.id, gaps: row.gaps, facts: factsOf(row) }));
    const close = (kind: string, done: (one: (typeof cases)[number]) => boolean) =>
      DeskTasks.closeOfCases(
        tx,
        kind,
        cases.filter(done).map(({ id }) => id),
        'settled',
      );
    await close(CONFIRM_PAPERS, ({ facts }) => communePapers(facts, rules(facts)).length === 0);
    await close(MISSING_PAPERS, ({ facts }) => phaseOf(facts.stage) !== 'before' || lacksNothing(facts, rules(facts)));
    await close(DEPARTURE_GAP, ({ gaps }) => !gaps);
  }
}
