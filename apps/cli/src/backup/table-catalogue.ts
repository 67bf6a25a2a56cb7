import type { ClientBase } from 'pg';

export interface TableShape {
  readonly name: string;
  /** Columns that hold values of their own; generated ones are computed again. */
  readonly columns: readonly string[];
}

/** Written by the migrations themselves; tries to sign in or to look up, which concern nobody after a restore. */
const LEFT_OUT = ['migrations', 'login_attempt', 'lookup_attempt'];

const TABLES = `
  select c.relname as name,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    array(select distinct r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
  from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relispartition and c.relname <> all ($1)
  order by c.relname`;

/** Every table of the schema, those referred to before those that refer. */
export async function listTables(db: ClientBase): Promise<TableShape[]> {
  const { rows } = await db.query<TableShape & { needs: string[] }>(TABLES, [LEFT_OUT]);
  const ordered: TableShape[] = [];
  let waiting = rows;
  while (waiting.length) {
    const ready = waiting.filter(({ needs }) => needs.every((name) => ordered.some((table) => table.name === name)));
    if (!ready.length) throw new Error(`tables refer to each other in a round: ${waiting.map(({ name }) => name).join(', ')}`);
    ordered.push(...ready.map(({ name, columns }) => ({ name, columns })));
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}

export async function migrationsOf(db: ClientBase): Promise<string[]> {
  return (await db.query<{ name: string }>(`select name from migrations order by id`)).rows.map(({ name }) => name);
}

/** Names come from the catalogue; quoting keeps them names. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const columnList = ({ columns }: TableShape) => columns.map(quoted).join(', ');
