import type { Tx } from '@app/platform';
import type { ImportPlan, KnownSuccession, KnownUnit, Standing } from '../domain/plan-import';
import { foldedKey, readUnitName } from '../domain/unit-name';

/** Writing side of the territory tables: whole sets, one statement each. */
export const UnitWriter = {
  /** One import at a time. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('territory.import'))`);
  },

  async standing(tx: Tx): Promise<Standing> {
    const successions = await tx.query<KnownSuccession & { route: string }>(
      `select concat_ws(' ', o.level, o.code, o.valid_from::text) as "oldKey", concat_ws(' ', n.level, n.code, n.valid_from::text) as "newKey", s.route,
         s.effective_on as "effectiveOn"
       from admin_unit_succession s join admin_unit o on o.id = s.old_unit_id join admin_unit n on n.id = s.new_unit_id where s.verified`,
    );
    const units = await tx.query<KnownUnit & { code: string }>(
      `select u.level, u.code, u.name, u.type, coalesce(p.code, '') as "parentCode", u.valid_from::text as "from", u.valid_to::text as "to",
         u.alt_names as "altNames", coalesce(u.basis, '') as basis, u.verified
       from admin_unit u left join admin_unit p on p.id = u.parent_id`,
    );
    return { units, successions };
  },

  async takenIn(tx: Tx, sha256: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ sha256: string }>(`select sha256 from unit_import where sha256 = any ($1)`, [sha256]);
    return new Set(rows.map((row) => row.sha256));
  },

  /** Brings the table to the plan; ids of units with the same level, code and first day stay. */
  async write(tx: Tx, plan: ImportPlan): Promise<{ units: number; successions: number; formers: number; removed: number }> {
    const rows = JSON.stringify(
      plan.units.map((unit) => ({
        level: unit.level,
        code: unit.code,
        name: unit.name,
        type: unit.type,
        f: unit.from,
        t: unit.to,
        alt: unit.altNames,
        basis: unit.basis || null,
        key: foldedKey(readUnitName(unit.name).bare),
        verified: unit.verified,
        pl: unit.parent?.level,
        pc: unit.parent?.code,
        pf: unit.parent?.from,
      })),
    );
    if (plan.full && plan.successions.some((step) => step.verified))
      await tx.execute(`delete from admin_unit_succession where not verified`);
    const written = await tx.execute(UPSERT_UNITS, [rows]);
    const moved = await tx.execute(SET_PARENTS, [rows]);
    const steps = JSON.stringify(
      plan.successions.map((step) => ({
        ol: step.old.level,
        oc: step.old.code,
        of: step.old.from,
        nl: step.new.level,
        nc: step.new.code,
        nf: step.new.from,
        kind: step.kind,
        route: step.route,
        note: step.note,
        hint: step.hint,
        on: step.effectiveOn,
        verified: step.verified,
      })),
    );
    await tx.execute(DROP_CORRECTED, [steps]);
    const successions = await tx.execute(UPSERT_SUCCESSIONS, [steps]);
    const formers = await tx.execute(UPSERT_FORMERS, [
      JSON.stringify(
        plan.formers.map((former) => ({
          code: former.code,
          name: former.name,
          key: foldedKey(former.name),
          kind: former.kind,
          uc: former.unit.code,
          uf: former.unit.from,
        })),
      ),
    ]);
    const removed =
      plan.full && plan.units.some((unit) => unit.verified) ? await tx.execute(`delete from admin_unit where not verified`) : 0;
    return { units: Math.max(written, moved), successions, formers, removed };
  },

  async remember(tx: Tx, files: readonly { sha256: string; name: string; rows: number }[]): Promise<void> {
    await tx.execute(
      `insert into unit_import (sha256, file, rows) select sha256, name, rows from jsonb_to_recordset($1::jsonb) as f(sha256 text, name text, rows int)
       on conflict do nothing`,
      [JSON.stringify(files)],
    );
  },

  async hasAny(tx: Tx): Promise<boolean> {
    const rows = await tx.query<{ any: boolean }>(`select exists (select from admin_unit) as any`);
    return rows[0]!.any;
  },
};

const ROWS = `jsonb_to_recordset($1::jsonb) as r(level text, code text, name text, type text, f date, t date, alt text[], basis text, key text,
    verified boolean, pl text, pc text, pf date)`;

const UPSERT_UNITS = `
  insert into admin_unit as u (level, code, name, bare_key, type, valid_from, valid_to, alt_names, basis, verified)
  select r.level, r.code, r.name, r.key, r.type, r.f, r.t, r.alt, r.basis, r.verified from ${ROWS}
  on conflict (level, code, valid_from) do update
    set name = excluded.name, bare_key = excluded.bare_key, type = excluded.type, valid_to = excluded.valid_to, alt_names = excluded.alt_names,
      basis = excluded.basis, verified = excluded.verified
    where (u.name, u.bare_key, u.type, u.valid_to, u.alt_names, u.basis, u.verified) is distinct from
      (excluded.name, excluded.bare_key, excluded.type, excluded.valid_to, excluded.alt_names, excluded.basis, excluded.verified)`;

const SET_PARENTS = `
  update admin_unit u set parent_id = p.id
  from ${ROWS} join admin_unit p on p.level = r.pl and p.code = r.pc and p.valid_from = r.pf
  where u.level = r.level and u.code = r.code and u.valid_from = r.f and u.parent_id is distinct from p.id`;

const STEPS = `jsonb_to_recordset($1::jsonb) as r(ol text, oc text, "of" date, nl text, nc text, nf date, kind text, route text, note text, hint boolean,
      "on" date, verified boolean)
    join admin_unit o on o.level = r.ol and o.code = r.oc and o.valid_from = r."of"
    join admin_unit n on n.level = r.nl and n.code = r.nc and n.valid_from = r.nf`;

/** A file says all about the end of the units it names: successors of the same day that it no longer has were mistakes. */
const DROP_CORRECTED = `
  delete from admin_unit_succession s
  using (select o.id as old_id, r."on", array_agg(n.id) as new_ids from ${STEPS} group by o.id, r."on") g
  where s.old_unit_id = g.old_id and s.effective_on = g."on" and s.new_unit_id <> all (g.new_ids)`;

const UPSERT_SUCCESSIONS = `
  insert into admin_unit_succession as s (old_unit_id, new_unit_id, kind, route, note, hint, effective_on, verified)
  select o.id, n.id, r.kind, r.route, r.note, r.hint, r."on", r.verified
  from ${STEPS}
  on conflict (old_unit_id, new_unit_id) do update
    set kind = excluded.kind, route = excluded.route, note = excluded.note, hint = excluded.hint, effective_on = excluded.effective_on, verified = excluded.verified
    where (s.kind, s.route, s.note, s.hint, s.effective_on, s.verified) is distinct from
      (excluded.kind, excluded.route, excluded.note, excluded.hint, excluded.effective_on, excluded.verified)`;

const UPSERT_FORMERS = `
  insert into former_commune as c (former_code, former_name, bare_key, unit_id, kind)
  select r.code, r.name, r.key, u.id, r.kind
  from jsonb_to_recordset($1::jsonb) as r(code text, name text, key text, kind text, uc text, uf date)
    join admin_unit u on u.level = 'commune' and u.code = r.uc and u.valid_from = r.uf
  on conflict (former_code, former_name) do update set bare_key = excluded.bare_key, unit_id = excluded.unit_id, kind = excluded.kind
    where (c.bare_key, c.unit_id, c.kind) is distinct from (excluded.bare_key, excluded.unit_id, excluded.kind)`;
