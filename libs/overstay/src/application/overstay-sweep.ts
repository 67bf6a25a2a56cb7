import { type LocalDate, systemActor } from '@app/kernel';
import { AppConfig, TransactionRunner, type Tx } from '@app/platform';
import { WorkingCalendar } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { closeSql } from '../persistence/close-sql';
import { ESCALATE } from '../persistence/escalate-sql';
import { raiseSql, type SweepMode } from '../persistence/raise-sql';
import { type LastRun, type SweepCounts, SweepLedger } from '../persistence/sweep-ledger';
import { sweepParameters } from '../persistence/sweep-parameters';
import { openPlacementTasks } from '../persistence/unplaced-cases';
import { loadWatchRules } from '../persistence/watch-rules';
import { judgedDay, type SweepResult } from './judged-day';

export const OVERSTAY_SWEEP = 'overstay';

/** From so many touched cases on, passes over whole tables are cheaper than probes. */
const MANY = 2_000;

type Raised = { examined: number; raised: number; notices: number; unplaced: string[] };
const NOTHING: Raised = { examined: 0, raised: 0, notices: 0, unplaced: [] };

/**
 * Finds every contract about to end or ended without a return, asks and tells the right offices, passes unanswered questions on and closes what has
 * become pointless. One transaction with its ledger row: a run that dies leaves nothing, a run repeated adds nothing.
 */
@Injectable()
export class OverstaySweep {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly config: AppConfig,
  ) {}

  /** @param command.asOf day judged (default: the business day); a day before it is allowed, a day after it only outside production. */
  async run(command: { asOf?: string; startedBy: string }): Promise<SweepResult> {
    return this.runner.run(systemActor(`sweep:${command.startedBy}`), (tx) => this.apply(tx, command.asOf), {
      timeoutMs: 0,
      requestId: `sweep:${OVERSTAY_SWEEP}`,
    });
  }

  private async apply(tx: Tx, wanted: string | undefined): Promise<SweepResult> {
    const begun = performance.now();
    await SweepLedger.lock(tx, OVERSTAY_SWEEP);
    const { watermark, ceiling, today } = await SweepLedger.watermark(tx);
    const asOf = judgedDay(wanted, today, this.config.BENVE_MODE);
    const { rules, markets, fingerprint } = await loadWatchRules(tx, asOf);
    const calendar = await WorkingCalendar.load(tx);
    const last = await SweepLedger.last(tx, OVERSTAY_SWEEP);
    const incremental = last !== undefined && canContinue(last, asOf, ceiling, fingerprint);
    const since = incremental ? last.watermark : null;
    const touched = incremental ? await SweepLedger.touched(tx, last.watermark, MANY) : MANY;
    const mode: SweepMode = !incremental ? 'full' : touched < MANY ? 'few' : 'many';
    const p = sweepParameters(rules, markets, asOf, calendar);
    // The same day again, and nothing has happened to any case since: there is nothing to close and nothing to find.
    const idle = incremental && touched === 0 && asOf === last.asOf;
    const { closed, raised } = idle ? { closed: 0, raised: NOTHING } : await this.find(tx, mode, p, { asOf, last, since });
    const [escalated] = (await tx.query<{ notices: number }>(ESCALATE, [asOf, p.steps])) as [{ notices: number }];
    await openPlacementTasks(tx, raised.unplaced);

    const counts: SweepCounts = {
      examined: raised.examined,
      raised: raised.raised,
      existing: raised.examined - raised.raised,
      closed,
      notices: raised.notices + escalated.notices,
      ms: Math.round(performance.now() - begun),
    };
    await SweepLedger.complete(tx, OVERSTAY_SWEEP, asOf, counts, watermark, fingerprint);
    return { sweep: OVERSTAY_SWEEP, asOf, ...counts };
  }

  private async find(
    tx: Tx,
    mode: SweepMode,
    p: ReturnType<typeof sweepParameters>,
    { asOf, last, since }: { asOf: LocalDate; last: LastRun | undefined; since: string | null },
  ): Promise<{ closed: number; raised: Raised }> {
    await SweepLedger.planFor(tx, mode === 'few');
    const [{ closed }] = (await tx.query<{ closed: number }>(...closing(mode, asOf, p.markets, since))) as [{ closed: number }];
    const [raised] = (await tx.query<Raised>(
      raiseSql(mode),
      [
        asOf,
        since === null ? '-infinity' : last!.asOf,
        p.rules,
        p.markets,
        p.offsets,
        since,
        p.variants,
        last && last.asOf > asOf ? last.asOf : asOf,
      ],
      mode === 'few' ? 'overstay_raise_few' : undefined,
    )) as [Raised];
    await SweepLedger.planFor(tx, false);
    return { closed, raised };
  }
}

/** Whether what the last run saw still holds. A watermark from the future belongs to a database that was restored: all is looked at again. */
function canContinue(last: LastRun, asOf: LocalDate, ceiling: string, fingerprint: string): boolean {
  return asOf >= last.asOf && last.fingerprint === fingerprint && BigInt(last.watermark) <= BigInt(ceiling);
}

function closing(mode: SweepMode, asOf: LocalDate, markets: string, since: string | null): [string, unknown[], string] {
  return mode === 'full'
    ? [closeSql('full'), [asOf, markets], 'overstay_close_full']
    : [closeSql('incremental'), [asOf, markets, since], 'overstay_close_incremental'];
}
