import type { Tx } from '@app/platform';

export interface UndoRow {
  id: string;
  version: number;
  contacts: { id: string; name: string }[];
}

export const UndoWorkerRows = {
  async locked(tx: Tx, ids: readonly string[]): Promise<UndoRow[]> {
    return tx.query<UndoRow & Record<string, unknown>>(
      `select w.id, w.version, coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.full_name)) from family_contact f where f.worker_id = w.id), '[]') as contacts
         from worker w where w.id = any ($1::uuid[]) order by w.id for update`,
      [ids],
    );
  },

  /** People without any case; ids really removed. */
  async remove(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const alone = await tx.query<{ id: string }>(
      `select w.id from worker w where w.id = any ($1::uuid[]) and not exists (select from case_file c where c.worker_id = w.id)`,
      [ids],
    );
    const gone = alone.map(({ id }) => id);
    for (const table of [
      'worker_name_token',
      'worker_phone',
      'family_contact',
      'worker_residence',
      'worker_priority_group',
      'household_question',
      'former_phone',
      'worker_relative',
    ])
      await tx.execute(`delete from ${table} where worker_id = any ($1::uuid[])`, [gone]);
    await tx.execute(`delete from worker where id = any ($1::uuid[])`, [gone]);
    return gone;
  },

  /** Puts the listed fields back as they were; a field not listed stays. */
  async restore(tx: Tx, id: string, before: Readonly<Record<string, unknown>>, contactsToDrop: readonly string[]): Promise<void> {
    const columns = Object.entries(COLUMN).filter(([field]) => field in before);
    const values = columns.map(([field]) => before[field] ?? null);
    const sealed = [
      ...('citizenId' in before ? ['citizen_id_cipher = null', 'citizen_id_index = null'] : []),
      ...('passport' in before ? ['passport_cipher = null', 'passport_index = null'] : []),
    ];
    const sets = [...columns.map(([, column], i) => `${column} = $${i + 2}`), ...sealed, 'version = version + 1', 'changed_at = now()'];
    await tx.execute(`update worker set ${sets.join(', ')} where id = $1`, [id, ...values]);
    if (before.phones) await replace(tx, id, before.phones as string[]);
    if (before.priorityGroups)
      await tx.execute(`delete from worker_priority_group where worker_id = $1 and code <> all ($2::text[])`, [id, before.priorityGroups]);
    if (contactsToDrop.length > 0) await tx.execute(`delete from family_contact where id = any ($1::uuid[])`, [contactsToDrop]);
  },
};

const COLUMN: Record<string, string> = {
  birthDate: 'birth_date',
  birthPrecision: 'birth_precision',
  sex: 'sex',
  ethnicCode: 'ethnic_code',
  householdClass: 'household_class',
  education: 'education',
  skill: 'skill',
  hamlet: 'hamlet',
};

async function replace(tx: Tx, id: string, phones: readonly string[]): Promise<void> {
  await tx.execute(`delete from worker_phone where worker_id = $1`, [id]);
  await tx.execute(
    `insert into worker_phone (worker_id, phone, position) select $1, p.phone, p.position - 1 from unnest($2::text[]) with ordinality as p (phone, position)`,
    [id, phones],
  );
}
