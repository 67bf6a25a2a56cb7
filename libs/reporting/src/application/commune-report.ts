import type { Actor, LocalDate } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Figure, figuresOf, type Restated, restated, totalsOf } from '../domain/report-figures';
import { draftRemark } from '../domain/report-remark';
import type { ReportState } from '../domain/report-state';
import { CommuneRows } from '../persistence/commune-rows';
import { LeadRows } from '../persistence/lead-rows';
import { ReportRows } from '../persistence/report-rows';
import { reportDay, takeFigures, targetOf } from './report-taking';
import { reportUnitOf } from './report-unit';

/** The month of one commune, filled in and ready to be sent. */
export interface CommuneReport {
  readonly month: LocalDate;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly dueOn: LocalDate;
  readonly today: LocalDate;
  /** Its days are over: it may be sent. */
  readonly over: boolean;
  readonly communeCode: string;
  /** More than one where the account answers for several. */
  readonly communes: readonly { readonly code: string; readonly name: string }[];
  readonly state: ReportState | 'draft';
  readonly version: number;
  readonly sentOn: LocalDate | null;
  readonly late: boolean;
  readonly decisionNote: string | null;
  readonly remark: string;
  readonly target: number | null;
  readonly figures: readonly Figure[];
  /** What says something else now than in the version that was sent. */
  readonly restated: readonly Restated[];
  /** Questions of the calendar month put to the commune. */
  readonly asked: number;
  readonly answered: number;
  readonly inTime: number;
}

/** What the commune's phone shows of a month: one answer. */
@Injectable()
export class ReadCommuneReport {
  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor, { month, communeCode }: { month?: LocalDate; communeCode?: string }): Promise<CommuneReport> {
    const unit = reportUnitOf(actor, communeCode);
    return this.runner.run(actor, async (tx) => {
      const { today, period } = await reportDay(tx, month);
      const own = actor.scope.kind === 'commune' ? actor.scope.communes : [];
      const communes = own.length > 1 ? (await LeadRows.communes(tx, unit.province)).filter(({ code }) => own.includes(code)) : [];
      const sent = (await ReportRows.newest(tx, unit.province, period.month)).find((one) => one.communeCode === unit.communeCode);
      const lines = await takeFigures(tx, unit, period, 'numbers');
      const { asked, answered, inTime } = await CommuneRows.month(tx, [unit.communeCode], actor.organisationId!, period.month);
      const target = targetOf(lines, unit.communeCode);
      return {
        month: period.month,
        from: period.from,
        to: period.to,
        dueOn: period.dueOn,
        today,
        over: period.to < today,
        communeCode: unit.communeCode,
        communes: communes.map(({ code, name }) => ({ code, name })),
        state: sent?.state ?? 'draft',
        version: sent?.version ?? 0,
        sentOn: sent?.sentOn ?? null,
        late: sent?.late ?? period.dueOn < today,
        decisionNote: sent?.decisionNote ?? null,
        remark: sent?.remark ?? draftRemark(period, totalsOf(lines), target),
        target,
        figures: figuresOf(lines, false),
        restated: sent ? restated(await ReportRows.lines(tx, [sent.id]), lines) : [],
        asked,
        answered,
        inTime,
      };
    });
  }
}
