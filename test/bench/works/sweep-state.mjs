// The morning of the measured day: yesterday was swept, and since then a register brought 4 % overdue cases.
import { connect } from '../place/connect.mjs';
import { TODAY } from '../place/generate.mjs';
import { lib, part } from '../place/programs.mjs';

export const YESTERDAY = '2026-11-21';
const TABLES = ['alert_recipient', 'alert', 'notice_item', 'notice', 'outbox', 'audit_entry', 'desk_task'];
const KEYS = {
  alert_recipient: 'alert_id',
  alert: 'id',
  notice_item: 'notice_id',
  notice: 'id',
  outbox: 'id',
  audit_entry: 'id',
  desk_task: 'id',
};
/** The overdue cases of the generated place are those learnt on the measured day. */
const OVERDUE = `learnt_on = '${TODAY}' and returned_on is null and contract_end < '${TODAY}'`;

export async function morning(database, sweep) {
  const db = await connect(database.urls.superuser);
  await db.query(`update case_file set stage = 'CONTRACTED' where stage = 'ABROAD' and ${OVERDUE}`);
  await db.query('vacuum analyze case_file');
  const began = performance.now();
  const first = await sweep.run({ asOf: YESTERDAY, startedBy: 'bench' });
  const ms = performance.now() - began;
  await db.query(`update notice set state = 'sealed', ordinal = 0, sealed_at = now() where state = 'open'`);
  await db.query(`delete from outbox`);
  await db.query(`update case_file set stage = 'ABROAD', born_tx = pg_current_xact_id() where stage = 'CONTRACTED' and ${OVERDUE}`);
  for (const table of ['case_file', ...TABLES]) await db.query(`vacuum analyze ${table}`);
  const marks = {};
  for (const table of TABLES) marks[table] = (await db.query(`select coalesce(max(${KEYS[table]}), 0) as mark from ${table}`)).rows[0].mark;

  return {
    db,
    first: { ...first, wall: ms },
    /** Takes away what a run added. */
    async reset() {
      await db.query('begin');
      await db.query(`set local session_replication_role = replica`);
      for (const table of TABLES) await db.query(`delete from ${table} where ${KEYS[table]} > $1`, [marks[table]]);
      await db.query(`delete from sweep_run where business_day = $1`, [TODAY]);
      await db.query('commit');
      for (const table of TABLES) await db.query(`vacuum analyze ${table}`);
      await db.query('checkpoint');
    },
    /** What a run added, as text to compare: alerts, who was told, what each notice lists, duties. */
    async added() {
      const one = async (sql, mark) => (await db.query(sql, [mark])).rows[0];
      return {
        alerts: await one(
          `select count(*) as n, md5(string_agg(concat_ws('|', case_id, rule, target_date, due_on, raised_on, estimated, owner, answer_by, last_owner, state), ',' order by case_id, rule, target_date)) as hash from alert where id > $1`,
          marks.alert,
        ),
        recipients: await one(
          `select count(*) as n, md5(string_agg(concat_ws('|', a.case_id, a.rule, r.role, r.addressee), ',' order by a.case_id, a.rule, r.role)) as hash from alert_recipient r join alert a on a.id = r.alert_id where a.id > $1`,
          marks.alert,
        ),
        items: await one(
          `select count(*) as n, md5(string_agg(concat_ws('|', n.addressee, n.kind, i.case_code, i.kind, i.due_on), ',' order by n.addressee, n.kind, i.case_code, i.kind)) as hash from notice_item i join notice n on n.id = i.notice_id where n.id > $1`,
          marks.notice,
        ),
        notices: await one(
          `select count(*) as n, md5(string_agg(concat_ws('|', addressee, kind), ',' order by addressee, kind)) as hash from notice where id > $1`,
          marks.notice,
        ),
        duties: await one(`select count(*) as n from outbox where id > $1`, marks.outbox),
      };
    },
  };
}

/** Families that are late when the register is first seen; the others fall due on the day itself. */
const LATE = new Set(['RETURN_UNCONFIRMED', 'SUSPECTED_OVERSTAY']);

/** The rules as the limit and the ORM take them: for a case with an agency and a commune, met for the first time, family not to be told. */
export async function sweepRules(runner) {
  const { loadWatchRules } = part('libs/overstay/src/persistence/watch-rules.js');
  const { sweepParameters } = part('libs/overstay/src/persistence/sweep-parameters.js');
  const { WorkingCalendar } = lib('policy');
  const { systemActor } = lib('kernel');
  return runner.run(systemActor('bench'), async (tx) => {
    const { rules, markets } = await loadWatchRules(tx, TODAY);
    const p = sweepParameters(rules, markets, TODAY, await WorkingCalendar.load(tx));
    const variants = JSON.parse(p.variants);
    const rows = JSON.parse(p.rules).flatMap((rule) => {
      const variant = variants.find(
        (v) => v.no === rule.no && v.has_agency && !v.consent && v.has_commune && v.late === LATE.has(rule.family),
      );
      return variant ? [{ ...rule, ...variant }] : [];
    });
    return { rules: JSON.stringify(rows), markets: p.markets };
  });
}
