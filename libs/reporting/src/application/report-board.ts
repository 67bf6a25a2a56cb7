import { type Actor, addMonths, type LocalDate } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Figure, figuresOf, isStanding, type ReportLine, type Restated, restated, totalsOf } from '../domain/report-figures';
import type { MonthlyReportRule } from '../domain/report-period';
import { draftRemark } from '../domain/report-remark';
import type { ReportState } from '../domain/report-state';
import { bigFalls } from '../domain/report-warnings';
import { LeadRows } from '../persistence/lead-rows';
import { ReportRows, type ReportVersion } from '../persistence/report-rows';
import { type ReportDay, reportDay, reportedBy, type ReportUnit, takeFigures, targetOf } from './report-taking';
import { readUnitOf } from './report-unit';

/** A commune on the consolidator's page. */
export interface ReportingUnit {
  readonly communeCode: string;
  readonly name: string;
  readonly reportId: string | null;
  readonly state: ReportState | 'draft';
  readonly version: number;
  readonly sentOn: LocalDate | null;
  /** Sent after the day, or not sent and the day is over. */
  readonly late: boolean;
  readonly remark: string | null;
  readonly exits: number;
  readonly before: number;
  readonly fell: boolean;
  /** Numbers that say something else now than in the version sent. */
  readonly corrections: number;
}

/** What the consolidator checks and sends, and the leader approves. */
export interface ReportBoard {
  readonly month: LocalDate;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly dueOn: LocalDate;
  readonly over: boolean;
  /** All of the province; else the communes its reader answers for, and nothing to send. */
  readonly whole: boolean;
  readonly reportId: string | null;
  readonly state: ReportState | 'draft';
  readonly version: number;
  readonly late: boolean;
  readonly decisionNote: string | null;
  /** Cut-off: when the numbers shown were taken. */
  readonly takenAt: Date;
  /** The numbers shown are those that were sent. */
  readonly frozen: boolean;
  readonly remark: string;
  readonly target: number | null;
  /** `before`: the same number of the period before; null where it moves by itself. */
  readonly figures: readonly (Figure & { readonly before: number | null })[];
  readonly restated: readonly Restated[];
  readonly units: readonly ReportingUnit[];
  readonly sent: number;
  readonly warnings: { readonly late: number; readonly fell: number; readonly untrained: number; readonly corrections: number };
}

/** The whole month on one page: who has sent, what to check, every number beside the period before. */
@Injectable()
export class ReadReportBoard {
  constructor(private readonly runner: TransactionRunner) {}

  /** @param month any day of it; default: the newest month that is over */
  async run(actor: Actor, month?: LocalDate): Promise<ReportBoard> {
    const unit = readUnitOf(actor);
    return this.runner.run(actor, async (tx) => {
      const day = await reportDay(tx, month);
      const newest = await ReportRows.newest(tx, unit.province, day.period.month);
      const sent = new Map(newest.map((one) => [one.communeCode, one]));
      const frozen = await linesByReport(tx, newest);
      const live = await takeFigures(tx, unit, day.period, 'numbers');
      const before = await linesBefore(tx, unit, day);
      const communes = (await LeadRows.communes(tx, unit.province)).filter(({ code }) => unit.communes?.includes(code) ?? true);
      const units = unitsOf(communes, { sent, frozen, live, before }, day);
      return pageOf(day, { own: sent.get(''), whole: !unit.communes, frozen, live, before, units, now: (await LeadRows.day(tx)).now });
    });
  }
}

type LinesByReport = ReadonlyMap<string, readonly ReportLine[]>;

async function linesByReport(tx: Tx, reports: readonly ReportVersion[]): Promise<LinesByReport> {
  const lines = await ReportRows.lines(
    tx,
    reports.map(({ id }) => id),
  );
  return Map.groupBy(lines, ({ reportId }) => reportId);
}

/** The period before as it was sent, else as it is counted today. */
async function linesBefore(tx: Tx, unit: ReportUnit, { period }: ReportDay): Promise<readonly ReportLine[]> {
  const { period: earlier } = await reportedBy(tx, addMonths(period.month, -1));
  const sent = (await ReportRows.newest(tx, unit.province, earlier.month)).find(({ communeCode }) => !communeCode);
  return sent ? ReportRows.lines(tx, [sent.id]) : takeFigures(tx, unit, earlier, 'numbers');
}

function unitsOf(
  places: readonly { code: string; name: string }[],
  have: { sent: ReadonlyMap<string, ReportVersion>; frozen: LinesByReport; live: readonly ReportLine[]; before: readonly ReportLine[] },
  { period, today, rule }: ReportDay,
): ReportingUnit[] {
  const [live, before] = [have.live, have.before].map((lines) => Map.groupBy(lines, ({ communeCode }) => communeCode));
  const exitsOf = (lines: readonly ReportLine[] = []) => totalsOf(lines).get('exits.month') ?? 0;
  const exits = places.map(({ code, name }) => ({
    communeCode: code,
    name,
    exits: exitsOf(live!.get(code)),
    before: exitsOf(before!.get(code)),
  }));
  const fell = fallenOf(exits, rule);
  return exits.map((one) => {
    const own = have.sent.get(one.communeCode);
    return {
      ...one,
      reportId: own?.id ?? null,
      state: own?.state ?? 'draft',
      version: own?.version ?? 0,
      sentOn: own?.sentOn ?? null,
      late: own ? own.late : period.dueOn < today,
      remark: own?.remark ?? null,
      fell: fell.has(one.communeCode),
      corrections: own ? restated(have.frozen.get(own.id) ?? [], live!.get(one.communeCode) ?? []).length : 0,
    };
  });
}

const fallenOf = (units: Parameters<typeof bigFalls>[0], rule: MonthlyReportRule): ReadonlySet<string> =>
  new Set(bigFalls(units, rule).map(({ communeCode }) => communeCode));

function pageOf(
  { period, today }: ReportDay,
  have: {
    own: ReportVersion | undefined;
    whole: boolean;
    frozen: LinesByReport;
    live: readonly ReportLine[];
    before: readonly ReportLine[];
    units: ReportingUnit[];
    now: Date;
  },
): ReportBoard {
  const { own, units, live } = have;
  const stands = own !== undefined && own.state !== 'returned';
  const shown = stands ? (have.frozen.get(own.id) ?? []) : live;
  const before = totalsOf(have.before);
  const target = stands ? own.target : targetOf(live, '');
  const totals = totalsOf(shown);
  return {
    month: period.month,
    from: period.from,
    to: period.to,
    dueOn: period.dueOn,
    over: period.to < today,
    whole: have.whole,
    reportId: own?.id ?? null,
    state: own?.state ?? 'draft',
    version: own?.version ?? 0,
    late: own?.late ?? period.dueOn < today,
    decisionNote: own?.decisionNote ?? null,
    takenAt: stands ? own.takenAt : have.now,
    frozen: stands,
    remark: own?.remark ?? draftRemark(period, totals, target),
    target,
    figures: figuresOf(shown, have.whole).map((figure) => ({
      ...figure,
      before: isStanding(figure.indicator) ? null : (before.get(figure.indicator) ?? 0),
    })),
    restated: own ? restated(have.frozen.get(own.id) ?? [], live) : [],
    units,
    sent: units.filter(({ state }) => state !== 'draft' && state !== 'returned').length,
    warnings: {
      late: units.filter(({ late, state }) => late && (state === 'draft' || state === 'returned')).length,
      fell: units.filter(({ fell }) => fell).length,
      untrained: totals.get('exits.untrained') ?? 0,
      corrections: units.filter(({ corrections }) => corrections > 0).length,
    },
  };
}
