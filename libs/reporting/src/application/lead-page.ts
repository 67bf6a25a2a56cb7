import { CountCases, type Stage, type StandingCount } from '@app/casework';
import { type Actor, DomainError, type LocalDate, localDate } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Gazetteer } from '@app/territory';
import { Injectable } from '@nestjs/common';
import { type ExitFigures, expectedBy, type LeadOverview, monthlyPlan, type OverstayFigures } from '../domain/lead-overview';
import { type Assignment, AssignmentRows } from '../persistence/assignment-rows';
import { type ExitCount, LeadRows } from '../persistence/lead-rows';
import { TargetRows } from '../persistence/target-rows';

/** How long ago an office may have written last and still counts as up to date. */
const FRESH_DAYS = 7;
const ABROAD: readonly Stage[] = ['ABROAD', 'ABROAD_GRACE', 'SUSPECTED_OVERSTAY', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING', 'MISSING'];
/** Steps of the way out, each with the stages in which somebody is still before the next. */
const STEPS: readonly (readonly [step: string, title: string, stages: readonly Stage[]])[] = [
  ['REGISTERED', 'Đăng ký', ['REGISTERED', 'COUNSELLED', 'SOURCED']],
  ['SELECTED', 'Trúng tuyển', ['SELECTED']],
  ['IN_TRAINING', 'Đào tạo', ['IN_TRAINING']],
  ['CONTRACTED', 'Ký hợp đồng', ['CONTRACTED', 'READY']],
];

/** The page in one answer: its numbers, and what was given on them. */
export type LeadPageAnswer = LeadOverview & { readonly assignments: readonly Assignment[] };

/** A leader's one page: exits against the plan, orientation, overstay with its denominators, who is behind, and how fresh the numbers are. */
@Injectable()
export class LeadPage {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly cases: CountCases,
  ) {}

  /** @param asked default: the year of the business day. */
  async run(actor: Actor, asked?: number): Promise<LeadPageAnswer> {
    const { scope } = actor;
    if (scope.kind !== 'province' && scope.kind !== 'commune')
      throw new DomainError('forbidden', 'PROVINCE_NEEDED', 'Tài khoản của bạn chưa gắn với tỉnh. Hãy nhờ quản trị viên.');
    const { province } = scope;
    const own = scope.kind === 'commune' ? new Set(scope.communes) : undefined;
    return this.runner.run(actor, async (tx) => {
      const { today, now } = await LeadRows.day(tx);
      const year = asked ?? Number(today.slice(0, 4));
      const span = spanOf(year, today);
      const before = spanOf(year - 1, localDate(sameDay(span.until, year - 1)));
      const exits = await LeadRows.exits(tx, province, span.from, span.until);
      const lastYear = await LeadRows.exits(tx, province, before.from, before.until);
      const standing = await this.cases.standing(tx, province);
      const targets = new Map((await TargetRows.list(tx, province, year)).map(({ communeCode, exits: n }) => [communeCode, n]));
      const communes = (await LeadRows.communes(tx, province)).filter(({ code }) => !own || own.has(code));
      const clusters = (await Gazetteer.load(tx)).formerDistricts(province);
      const updated = await LeadRows.updatedLately(tx, province, FRESH_DAYS);
      const punctual = new Map((await LeadRows.punctuality(tx, province, span.from, span.until)).map((one) => [one.agencyId, one]));
      const agencyIds = [...new Set([...exits.flatMap(({ agencyId }) => (agencyId ? [agencyId] : [])), ...punctual.keys()])];
      const names = await LeadRows.organisationNames(tx, agencyIds);

      const when = { departedFrom: span.from, departedTo: span.until };
      const planned = own ? undefined : targets.get(null);
      const summed = communes.some(({ code }) => targets.has(code))
        ? communes.reduce((sum, { code }) => sum + (targets.get(code) ?? 0), 0)
        : null;
      const target = planned ?? summed;
      const figures = (mine: readonly ExitCount[], theirs: readonly ExitCount[], goal: number | null, rows: object): ExitFigures => ({
        actual: total(mine),
        target: goal,
        expected: expectedBy(goal, year, span.until),
        lastYear: total(theirs),
        rows: query({ ...when, ...rows }),
      });
      const gone = total(exits);
      const unproven = exits.reduce((sum, one) => sum + one.unproven, 0);
      const byCommune = communes
        .map(({ code, name, organisationId }) => ({
          communeCode: code,
          name,
          cluster: clusters.get(code) ?? null,
          ...figures(exits.filter(ofCommune(code)), lastYear.filter(ofCommune(code)), targets.get(code) ?? null, { communeCode: code }),
          overstay: overstayOf(standing.filter(ofCommune(code)), { communeCode: code }),
          updated: organisationId !== null && updated.has(organisationId),
        }))
        .sort((a, b) => gapOf(b) - gapOf(a) || b.actual - a.actual || (a.communeCode < b.communeCode ? -1 : 1));
      const agencies = agencyIds
        .map((agencyId) => {
          const mine = exits.filter((one) => one.agencyId === agencyId);
          const { asked: n = 0, onTime = 0 } = punctual.get(agencyId) ?? {};
          return {
            agencyId,
            name: names.get(agencyId) ?? '',
            exits: total(mine),
            rows: query({ ...when, agencyId }),
            onTime: { part: onTime, of: n },
            updated: updated.has(agencyId),
          };
        })
        .sort((a, b) => b.exits - a.exits || (a.name < b.name ? -1 : 1));
      const plan = monthlyPlan(target);
      return {
        assignments: await AssignmentRows.list(tx, province),
        year,
        until: span.until,
        asOf: now,
        exits: figures(exits, lastYear, target, {}),
        orientation: {
          part: gone - unproven,
          of: gone,
          rows: query(when),
          missing: { part: unproven, of: gone, rows: query({ ...when, unproven: 'ORIENTATION' }) },
        },
        overstay: overstayOf(standing, {}),
        communes: byCommune,
        markets: marketsOf(exits, standing, when),
        agencies,
        funnel: funnelOf(standing, gone, query(when)),
        months: plan.map((one, i) => ({
          month: i + 1,
          actual: total(exits.filter(({ month }) => month === i + 1)),
          plan: one,
          rows: query({ departedFrom: `${year}-${two(i + 1)}-01`, departedTo: lastDayOf(year, i + 1, span.until) }),
        })),
        freshness: {
          days: FRESH_DAYS,
          communes: { part: byCommune.filter((one) => one.updated).length, of: byCommune.length },
          agencies: { part: agencies.filter((one) => one.updated).length, of: agencies.length },
        },
      };
    });
  }
}

const two = (n: number): string => String(n).padStart(2, '0');
const total = (counts: readonly ExitCount[]): number => counts.reduce((sum, { exits }) => sum + exits, 0);
const query = (filter: object): string =>
  new URLSearchParams(Object.entries(filter).map(([key, value]) => [key, String(value)])).toString();
const ofCommune =
  (code: string) =>
  (one: { readonly communeCode: string | null }): boolean =>
    one.communeCode === code;

function spanOf(year: number, until: LocalDate): { from: LocalDate; until: LocalDate } {
  const [from, last] = [localDate(`${year}-01-01`), localDate(`${year}-12-31`)];
  return { from, until: until < from ? from : until > last ? last : until };
}

/** The same day of another year; 29 February becomes the 28th. */
function sameDay(day: LocalDate, year: number): string {
  const rest = day.slice(4);
  return `${year}${rest === '-02-29' ? '-02-28' : rest}`;
}

/** Last day of a month, or the day counted up to. */
function lastDayOf(year: number, month: number, until: LocalDate): string {
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  const first = `${year}-${two(month)}-01`;
  return until < last && until >= first ? until : last;
}

/** How many people a commune is behind; one without a target is behind nobody. */
const gapOf = ({ expected, actual }: ExitFigures): number => (expected === null ? -1_000_000 : expected - actual);

function overstayOf(standing: readonly StandingCount[], filter: object): OverstayFigures {
  const count = (stages: readonly Stage[]) => standing.reduce((sum, one) => sum + (stages.includes(one.stage) ? one.cases : 0), 0);
  const of = count(ABROAD);
  const share = (stage: Stage) => ({ part: count([stage]), of, rows: query({ stages: stage, ...filter }) });
  return { confirmed: share('OVERSTAYING'), unconfirmed: share('SUSPECTED_OVERSTAY') };
}

function marketsOf(exits: readonly ExitCount[], standing: readonly StandingCount[], when: object): LeadOverview['markets'] {
  const codes = new Set(
    [...exits, ...standing.filter(({ stage }) => ABROAD.includes(stage))].flatMap(({ market }) => (market ? [market] : [])),
  );
  return [...codes]
    .map((market) => ({
      market,
      exits: total(exits.filter((one) => one.market === market)),
      rows: query({ ...when, market }),
      overstay: overstayOf(
        standing.filter((one) => one.market === market),
        { market },
      ),
    }))
    .sort((a, b) => b.exits - a.exits || (a.market < b.market ? -1 : 1));
}

function funnelOf(standing: readonly StandingCount[], gone: number, rows: string): LeadOverview['funnel'] {
  const people = (stages: readonly Stage[]) => standing.reduce((sum, one) => sum + (stages.includes(one.stage) ? one.cases : 0), 0);
  const steps = STEPS.map(([step, title], i) => {
    const still = STEPS.slice(i).flatMap(([, , stages]) => stages);
    const listed = people(still);
    return { step, title, people: listed + gone, listed, rows: query({ stages: still.join(',') }) };
  });
  return [...steps, { step: 'DEPARTED', title: 'Xuất cảnh', people: gone, listed: gone, rows }];
}
