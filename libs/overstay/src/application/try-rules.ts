import type { Actor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { SupposePolicies, WorkingCalendar } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { foldTrial, type RuleTrial } from '../domain/rule-trial';
import { SweepLedger } from '../persistence/sweep-ledger';
import { sweepParameters } from '../persistence/sweep-parameters';
import { TrialRows } from '../persistence/trial-rows';
import { watchRulesOf } from '../persistence/watch-rules';
import { OVERSTAY_SWEEP } from './overstay-sweep';

const MOST_EXAMPLES = 50;

/** Proposed rules on today's cases: the very search of the sweep, counted and not written, for the cases of the actor's scope. */
@Injectable()
export class TryRules {
  constructor(private readonly runner: TransactionRunner) {}

  /** @param rows as in a proposal. Throws POLICY_FILE_REFUSED. */
  async run(actor: Actor, rows: readonly unknown[]): Promise<RuleTrial> {
    return this.runner.run(actor, async (tx) => {
      const { today: asOf } = await SweepLedger.watermark(tx);
      const { rules, markets } = watchRulesOf(await SupposePolicies.book(tx, rows, asOf));
      const last = await SweepLedger.last(tx, OVERSTAY_SWEEP);
      const parameters = sweepParameters(rules, markets, asOf, await WorkingCalendar.load(tx));
      await SweepLedger.planFor(tx, false);
      const closed = await TrialRows.closes(tx, asOf, parameters.markets);
      const latestDay = last && last.asOf > asOf ? last.asOf : asOf;
      const { counts, examples } = await TrialRows.opens(tx, asOf, parameters, latestDay, MOST_EXAMPLES);
      return foldTrial(asOf, counts, closed, examples);
    });
  }
}
