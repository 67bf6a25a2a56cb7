import { CaseClocks } from '@app/casework';
import { type LocalDate, systemActor } from '@app/kernel';
import { OverstaySweep } from '@app/overstay';
import { AppConfig } from '@app/platform';
import { closingReason } from '../../../libs/overstay/src/domain/closing';
import type { AlertRule, MarketRule } from '../../../libs/overstay/src/domain/alert-rule';
import { MONEY_FAMILIES, type MoneyClock } from '../../../libs/overstay/src/domain/money-clocks';
import { ladder } from '../../../libs/overstay/src/domain/ladder';
import type { WatchedCase } from '../../../libs/overstay/src/domain/watched-case';
import type { TestDatabase } from '../../support/test-database';
import { type Scenario, type ScenarioFacts, USUAL } from './scenario';

/** An alert as tests compare it: text, so that a difference reads well. */
export interface SeenAlert {
  rule: string;
  target: string;
  due: string;
  raisedOn: string;
  state: string;
  estimated: boolean;
  to: string[];
}
export interface SeenRun {
  raised: SeenAlert[];
  closed: { rule: string; target: string; reason: string }[];
}

const CASE = '00000000-0000-7000-8000-0000000000c1';
const WORKER = '00000000-0000-7000-8000-0000000000d1';
const AGENCY = '00000000-0000-7000-8000-0000000000a1';
const DAY = (n: string | null | undefined) => (n ?? null) as LocalDate | null;
const byRule = (a: { rule: string; target: string }, b: { rule: string; target: string }) =>
  a.rule + a.target < b.rule + b.target ? -1 : 1;

/** The story as the database sees it: rows change, the real sweep runs on each day. */
export async function throughSql(db: TestDatabase, story: Scenario): Promise<SeenRun[]> {
  // Ledgers that nobody may empty hang on cases: their guards look away for the length of this.
  await db.sql(`set session_replication_role = replica; truncate case_file, case_event, case_clock, worker, organisation, alert, notice, sweep_run, outbox, desk_task cascade;
    set session_replication_role = origin`);
  await db.sql(`insert into organisation (id, kind, key, name, name_key) values ($1, 'sending_agency', 'BV', 'Ba Vòng', 'ba vong')`, [
    AGENCY,
  ]);
  const sweep = new OverstaySweep(db.jobs, Object.assign(new AppConfig(), { BENVE_MODE: 'demo' }));
  const facts = { ...USUAL, ...story.case };
  await db.sql(
    `insert into worker (id, province_code, full_name, name_key, sort_key) values ($1, '12', 'Lò Thị Thử', 'lo thi thu', 'thu')`,
    [WORKER],
  );
  await db.sql(
    `insert into case_file (id, code, worker_id, province_code, stage, opened_from) values ($1, 'STORY23456', $2, '12', 'ABROAD', 'record')`,
    [CASE, WORKER],
  );
  await write(db, facts, facts.learntOn);
  const runs: SeenRun[] = [];
  let told = 0;
  for (const run of story.runs) {
    for (const event of (story.events ?? []).filter((e) => e.on <= run.asOf).slice(told)) {
      told++;
      if (event.set) await write(db, Object.assign(facts, { learntOn: event.on }, event.set), event.on);
      if (event.visit)
        await db.sql(
          `insert into family_visit (id, case_id, request_id, visited_on, visitors, purpose, outcome, next_visit_on, recorded_on) values (gen_random_uuid(), $1, $2, $3, 'xã', 'PERSUADE', 'NO_CONTACT', $4, $3)`,
          [CASE, `visit-${told}`, event.on, event.visit.next ?? null],
        );
    }
    const [mark] = await db.sql<{ top: string }>(`select coalesce(max(id), 0)::text as top from alert`);
    const before = await db.sql<{ id: string }>(`select id::text from alert where state in ('open', 'answered')`);
    const result = await sweep.run({ asOf: run.asOf, startedBy: 'story' });
    const raised = await db.sql<SeenAlert>(
      `select rule, target_date::text as target, due_on::text as due, raised_on::text as "raisedOn", state, estimated,
         array(select coalesce(case when r.addressee = 'AGENCY:' || $2 then 'AGENCY:BV' else r.addressee end, 'COMMUNE:?') from alert_recipient r where r.alert_id = a.id order by 1) as "to"
       from alert a where id > $1`,
      [mark!.top, AGENCY],
    );
    const closed = await db.sql<{ rule: string; target: string; reason: string }>(
      `select rule, target_date::text as target, closed_reason as reason from alert where state = 'closed' and id = any ($1::bigint[])`,
      [before.map((row) => row.id)],
    );
    expect({ raised: result.raised, closed: result.closed }).toEqual({
      raised: raised.filter((a) => a.state !== 'superseded').length,
      closed: closed.length,
    });
    runs.push({ raised: raised.sort(byRule), closed: closed.sort(byRule) });
  }
  return runs;
}

async function write(db: TestDatabase, facts: ScenarioFacts & { clocks: readonly string[] }, on: string): Promise<void> {
  await db.sql(`update worker set consent_family_notice = $2 where id = $1`, [WORKER, facts.consent]);
  await db.sql(
    `update case_file set stage = $2, legal_form = $3, market = $4, agency_id = $5, commune_code = $6, departed_on = $7, contract_end = $8, stay_until = $9,
       returned_on = $10, absconded_on = $11, learnt_on = $12, version = version + 1, facts = $13 where id = $1`,
    [
      CASE,
      facts.stage,
      facts.legalForm,
      facts.market,
      facts.agency ? AGENCY : null,
      facts.commune,
      facts.departedOn,
      facts.contractEnd,
      facts.stayUntil,
      facts.returnedOn,
      facts.abscondedOn,
      facts.learntOn,
      JSON.stringify(factsOf(facts)),
    ],
  );
  const clocks = facts.clocks.map((clock) => clock.split(' '));
  const due = `select $1::uuid, f, d::date from unnest($2::text[], $3::text[]) as c(f, d)`;
  const values = [CASE, clocks.map(([family]) => family), clocks.map(([, day]) => day)];
  await db.sql(
    `insert into case_clock (case_id, family, target_date, learnt_on, running) select $1::uuid, f, d::date, $4, false from unnest($2::text[], $3::text[]) as c(f, d) on conflict do nothing`,
    [...values, on],
  );
  await db.jobs.run(systemActor('story'), (tx) => CaseClocks.replace(tx, MONEY_FAMILIES, due, values));
  await db.sql(
    `insert into case_event (case_id, request_id, kind, recorded_on, stage_after, case_version) select $1, 'story-' || version, 'STORY', $2, stage, version from case_file where id = $1`,
    [CASE, on],
  );
}

/** The facts that the columns of the clocks are generated from. */
function factsOf({ selectedOn, plannedExitOn, certificateUntil, passportUntil, passUntil, healthUntil }: ScenarioFacts): object {
  const until = (day: string | null | undefined) => (day ? { on: null, until: day } : undefined);
  return {
    ...(selectedOn && { selectedOn }),
    ...(plannedExitOn && { plannedExitOn }),
    guards: {
      ORIENTATION: until(certificateUntil),
      PASSPORT: passUntil ? { ...until(passUntil), pass: true } : until(passportUntil),
      HEALTH: until(healthUntil),
    },
  };
}

/** The same story told to the pure functions alone. */
export function throughDomain(story: Scenario, rules: readonly AlertRule[], markets: readonly MarketRule[]): SeenRun[] {
  const facts = { ...USUAL, ...story.case };
  const visits: { visitedOn: LocalDate; recordedOn: LocalDate; nextVisitOn: LocalDate | null }[] = [];
  const known: (SeenAlert & { family: AlertRule['family'] })[] = [];
  const firstTold = new Map<string, string>();
  const hear = (on: string) => facts.clocks.forEach((clock) => firstTold.has(clock) || firstTold.set(clock, on));
  hear(facts.learntOn);
  let told = 0;
  return story.runs.map((run) => {
    for (const event of (story.events ?? []).filter((e) => e.on <= run.asOf).slice(told)) {
      told++;
      if (event.set) {
        Object.assign(facts, { learntOn: event.on }, event.set);
        hear(event.on);
      }
      if (event.visit)
        visits.push({
          visitedOn: event.on as LocalDate,
          recordedOn: event.on as LocalDate,
          nextVisitOn: DAY(event.visit.next),
        });
    }
    const watched: WatchedCase = {
      stage: facts.stage,
      legalForm: facts.legalForm,
      market: facts.market,
      provinceCode: '12',
      communeCode: facts.commune,
      agencyId: facts.agency,
      familyConsent: facts.consent,
      departedOn: DAY(facts.departedOn),
      contractEnd: DAY(facts.contractEnd),
      stayUntil: DAY(facts.stayUntil),
      returnedOn: DAY(facts.returnedOn),
      abscondedOn: DAY(facts.abscondedOn),
      selectedOn: DAY(facts.selectedOn),
      plannedExitOn: DAY(facts.plannedExitOn),
      certificateUntil: DAY(facts.certificateUntil),
      passportUntil: facts.passUntil ? null : DAY(facts.passportUntil),
      passUntil: DAY(facts.passUntil),
      healthUntil: DAY(facts.healthUntil),
      learntOn: facts.learntOn as LocalDate,
      visits,
      clocks: facts.clocks.map((clock) => clockOf(clock, firstTold.get(clock)!)),
      suspicions: known
        .filter((a) => a.rule === 'SUSPECTED_OVERSTAY')
        .map((a) => ({ target: a.target as LocalDate, raisedOn: a.raisedOn as LocalDate })),
    };
    const asOf = run.asOf as LocalDate;
    const closed = known
      .filter((a) => a.state === 'open')
      .flatMap((alert) => {
        const reason = closingReason({ family: alert.family, targetDate: alert.target as LocalDate }, watched, markets, asOf);
        if (reason) alert.state = 'closed';
        return reason ? [{ rule: alert.rule, target: alert.target, reason }] : [];
      });
    const raised = ladder(watched, rules, markets, asOf)
      .filter((a) => !known.some((k) => k.rule === a.rule && k.target === a.targetDate))
      .map((a) => ({
        family: a.family,
        rule: a.rule,
        target: a.targetDate,
        due: a.dueOn,
        raisedOn: a.raisedOn,
        state: a.state,
        estimated: a.estimated,
        to: a.state === 'superseded' ? [] : a.recipients.map((role) => address(role, facts)).sort(),
      }));
    known.push(...raised.map((alert) => ({ ...alert })));
    return { raised: raised.map(({ family: _family, ...alert }) => alert).sort(byRule), closed: closed.sort(byRule) };
  });
}

function clockOf(clock: string, learntOn: string): MoneyClock {
  const [family, date] = clock.split(' ') as [MoneyClock['family'], LocalDate];
  return { family, date, learntOn: learntOn as LocalDate };
}

function address(role: string, facts: ScenarioFacts): string {
  if (role === 'commune') return `COMMUNE:${facts.commune ?? '?'}`;
  return { agency: 'AGENCY:BV', centre: 'ESC:12', department: 'SO:12' }[role] ?? role.toUpperCase();
}
