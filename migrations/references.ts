/**
 * Text of references and walls that are checked once a statement. A foreign key and a row policy ask their parent row by row: for a register of
 * fifty thousand people most of the time of the database goes into asking.
 */

export interface Reference {
  readonly column: string;
  readonly parent: string;
}

interface Check {
  readonly name: string;
  readonly says: string;
  /** Statement that raises when one of the rows `from` is wrong. */
  readonly refuse: (from: string) => string;
  /** Columns whose change is judged like a new row. */
  readonly columns: readonly string[];
}

/** New rows are checked together, a changed row when one of these columns has changed. */
function check(table: string, { name, says, refuse, columns }: Check): string {
  const changed = columns.map((column) => `new.${column} is distinct from old.${column}`).join(' or ');
  const body = (from: string) => `language plpgsql set search_path = pg_catalog, pg_temp as $$ begin ${refuse(from)} return null; end $$`;
  return `
    create function ${table}_${name}() returns trigger ${body('written')};
    comment on function ${table}_${name}() is '${says}';
    create trigger ${table}_${name} after insert on ${table} referencing new table as written for each statement execute function ${table}_${name}();
    create function ${table}_${name}_changed() returns trigger ${body('(select new.*)')};
    comment on function ${table}_${name}_changed() is '${says}';
    create trigger ${table}_${name}_changed after update of ${columns.join(', ')} on ${table}
      for each row when (${changed}) execute function ${table}_${name}_changed();`;
}

/** Every row of `table` names parents that exist. For parents nobody may delete, or that guard their own deletion ({@link keep}). */
export function refer(table: string, references: readonly Reference[]): string {
  return check(table, {
    name: 'refers',
    says: `Rows of ${table} name parents that exist.`,
    columns: references.map(({ column }) => column),
    refuse: (from) =>
      references
        .map(
          ({ column, parent }) => `
      if exists (select from ${from} w where w.${column} is not null and not exists (select from public.${parent} p where p.id = w.${column})) then
        raise foreign_key_violation using message = '${table}.${column} names no row of ${parent}';
      end if;`,
        )
        .join(''),
  });
}

/** The second wall of a child: whoever writes must see the parent, whose own policy decides. Runs with the rights of the writer. */
export function belong(table: string, parent: string, key: string): string {
  return check(table, {
    name: 'belongs',
    says: `Whoever writes rows of ${table} must see their row of ${parent}.`,
    columns: [key],
    refuse: (from) => `
      if exists (select from (select distinct w.${key} as id from ${from} w) o where not exists (select from public.${parent} p where p.id = o.id)) then
        raise insufficient_privilege using message = 'new row violates row-level security policy for table "${table}"';
      end if; `,
  });
}

/** Rows of `parent` that somebody still names cannot be deleted. */
export function keep(parent: string, named: readonly { readonly table: string; readonly column: string }[]): string {
  return `
    create function ${parent}_kept() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin ${named
      .map(
        ({ table, column }) => `
      if exists (select from gone g join public.${table} t on t.${column} = g.id) then
        raise foreign_key_violation using message = 'rows of ${parent} are still named by ${table}.${column}';
      end if;`,
      )
      .join('')}
      return null; end $$;
    comment on function ${parent}_kept() is 'Rows of ${parent} that somebody still names stay.';
    create trigger ${parent}_kept after delete on ${parent} referencing old table as gone for each statement execute function ${parent}_kept();`;
}
