/** Text of the second wall. Every table that holds people is protected by one call; the architecture test reads the catalogue. */

const scope = `(select current_setting('benve.scope', true))`;
const province = `(select current_setting('benve.province', true))`;
const communes = `(select string_to_array(current_setting('benve.communes', true), ','))::text[]`;
const organisation = `(select nullif(current_setting('benve.organisation', true), ''))::uuid`;

/** Which column of the table carries which tenant; a tenant kind without a column sees nothing of the table. */
export interface TenantColumns {
  province?: string;
  commune?: string;
  agency?: string;
  bank?: string;
}

/**
 * The predicate by tenant columns of the row itself. CASE, not OR: the planner then leaves the choice of index to the service's own filter
 * (joined by OR, it reads and sorts a whole province for a page of fifty).
 */
export function byTenant(columns: TenantColumns): string {
  const arms = [
    columns.province && `when 'province' then ${columns.province} = ${province}`,
    columns.commune && `when 'commune' then ${columns.commune} = any (${communes})`,
    columns.agency && `when 'agency' then ${columns.agency} = ${organisation}`,
    columns.bank && `when 'bank' then ${columns.bank} = ${organisation}`,
  ].filter(Boolean);
  return `case ${scope} ${arms.join('\n   ')} else false end`;
}

/** Visible exactly when the row it belongs to is visible: the parent's own policy decides. */
export function byParent(parent: string, key: string): string {
  return `exists (select from ${parent} parent_row where parent_row.id = ${key})`;
}

/**
 * Turns row security on (also for the owner) and lets `benve_api` through by `using`, writing by `check` (default: the same);
 * `benve_jobs` sees every row: it serves no request.
 */
export function protect(table: string, using: string, check: string = using): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy ${table}_api on ${table} for all to benve_api using (${using}) with check (${check});
    create policy ${table}_jobs on ${table} for all to benve_jobs using (true) with check (true);`;
}

/** Rights are given by name, never by default: what a role may do with a table stands beside the table. */
export function allow(table: string, rights: { api?: string; jobs?: string }): string {
  return [rights.api && `grant ${rights.api} on ${table} to benve_api;`, rights.jobs && `grant ${rights.jobs} on ${table} to benve_jobs;`]
    .filter(Boolean)
    .join('\n');
}

/** Row security binds the owner too: what is written to rows that are there already needs it lifted for a moment, in the same transaction. */
export function unforced(tables: readonly string[], work: string): string {
  const each = (word: string) => tables.map((table) => `alter table ${table} ${word} row level security;`).join('\n');
  return `${each('no force')}\n${work}\n${each('force')}`;
}
