import { addDays, type LocalDate, systemActor } from '@app/kernel';
import { DeskTasks, type NewDeskTask } from '@app/identity';
import { AppConfig, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook, WorkingCalendar } from '@app/policy';
import { Injectable } from '@nestjs/common';
import {
  AGENCY_FAMILIES,
  type AgencyMatter,
  agencyQuestions,
  type AgencyRule,
  monthAskedAbout,
  monthsLastDay,
} from '../domain/agency-clocks';
import { AgencyMatterRows } from '../persistence/agency-matter-rows';
import { tellAgencies } from '../persistence/agency-news';
import { type SweepCounts, SweepLedger } from '../persistence/sweep-ledger';
import { agencyRulesOf } from '../persistence/watch-rules';
import { judgedDay, type SweepResult } from './judged-day';

export const AGENCY_SWEEP = 'agencies';

/**
 * Asks agencies what is owed by them as a whole, passes on what nobody did, and ends by the fact: an update reported, a renewal recorded. Who is asked
 * is told by mail, once. One transaction with its ledger row; a run repeated adds nothing, one for a day before the last changes nothing.
 */
@Injectable()
export class AgencySweep {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly config: AppConfig,
  ) {}

  /** @param command.asOf as for the overstay sweep. */
  async run(command: { asOf?: string; startedBy: string }): Promise<SweepResult> {
    return this.runner.run(systemActor(`sweep:${command.startedBy}`), (tx) => this.apply(tx, command.asOf), {
      timeoutMs: 0,
      requestId: `sweep:${AGENCY_SWEEP}`,
    });
  }

  private async apply(tx: Tx, wanted: string | undefined): Promise<SweepResult> {
    const begun = performance.now();
    await SweepLedger.lock(tx, AGENCY_SWEEP);
    const { watermark, today } = await SweepLedger.watermark(tx);
    const asOf = judgedDay(wanted, today, this.config.BENVE_MODE);
    const last = await SweepLedger.last(tx, AGENCY_SWEEP);
    const book = await PolicyBook.at(tx, asOf);
    const found =
      last && asOf < last.asOf ? { examined: 0, raised: 0, existing: 0, closed: 0, notices: 0 } : await this.ask(tx, book, asOf);
    const counts: SweepCounts = { ...found, ms: Math.round(performance.now() - begun) };
    await SweepLedger.complete(tx, AGENCY_SWEEP, asOf, counts, watermark, book.fingerprint('alert.'));
    return { sweep: AGENCY_SWEEP, asOf, ...counts };
  }

  private async ask(tx: Tx, book: PolicyBook, asOf: LocalDate): Promise<Omit<SweepCounts, 'ms'>> {
    const rules = agencyRulesOf(book);
    const matters = await mattersOn(tx, book, rules, asOf);
    const asked = await DeskTasks.dueDays(tx, AGENCY_FAMILIES);
    const questions = agencyQuestions(matters, rules, asked, asOf, await WorkingCalendar.load(tx));
    const keys = questions.map(({ key }) => key);
    const tasks = questions.map(({ key, ...rest }): NewDeskTask => ({
      ...rest,
      commune: (rest.detail.communeCode as string | null | undefined) ?? null,
      dedupeKey: key,
    }));
    const opened = (await DeskTasks.openMany(tx, tasks)) + (await DeskTasks.openAgain(tx, keys));
    const closed = await DeskTasks.closeOthers(tx, AGENCY_FAMILIES, keys);
    return { examined: matters.length, raised: opened, existing: questions.length - opened, closed, notices: await tellAgencies(tx, keys) };
  }
}

/** What the rules reach on a day: from the first rung on, and back as long as the last rung is still asked. */
async function mattersOn(tx: Tx, book: PolicyBook, rules: readonly AgencyRule[], asOf: LocalDate): Promise<AgencyMatter[]> {
  const matters: AgencyMatter[] = [];
  for (const family of AGENCY_FAMILIES) {
    const rungs = rules.filter((rule) => rule.family === family);
    if (rungs.length === 0) continue;
    const offsets = rungs.map(({ offsetDays }) => offsetDays);
    if (family === 'MONTHLY_UPDATE') {
      const { monthlyBy } = book.requireValue<{ monthlyBy: number }>('casework.agencyUpdateDays');
      const lastDay = monthAskedAbout(asOf, monthlyBy, Math.min(...offsets));
      const before = monthsLastDay(addDays(lastDay, -31), monthlyBy);
      matters.push(...(await AgencyMatterRows.changed(tx, lastDay, before)));
    } else {
      const last = rungs.find(({ offsetDays }) => offsetDays === Math.max(...offsets))!;
      const from = addDays(asOf, -(last.offsetDays + (last.lookbackDays ?? 365)));
      matters.push(...(await AgencyMatterRows.ending(tx, family, from, addDays(asOf, -Math.min(...offsets)))));
    }
  }
  return matters;
}
