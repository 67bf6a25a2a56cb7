import type { Tx } from '@app/platform';
import { nameKey, nameTokens, sortKey } from '../domain/worker-name';
import type { FamilyContactRecord, ResidenceRecord } from '../domain/worker-record';

/** Columns an officer may set; a key that is absent stays, null empties. */
export type WorkerColumns = Partial<
  Record<
    | 'birth_date'
    | 'birth_precision'
    | 'sex'
    | 'ethnic_code'
    | 'household_class'
    | 'education'
    | 'skill'
    | 'hamlet'
    | 'consent_family_notice',
    string | boolean | null
  >
> & {
  readonly citizen_id_cipher?: Buffer;
  readonly citizen_id_index?: Buffer;
  readonly passport_cipher?: Buffer;
  readonly passport_index?: Buffer;
};

export const WorkerEditRows = {
  async versionOf(tx: Tx, id: string): Promise<{ version: number; provinceCode: string } | undefined> {
    const rows = await tx.query<{ version: number; provinceCode: string }>(
      `select version, province_code as "provinceCode" from worker where id = $1 for no key update`,
      [id],
    );
    return rows[0];
  },

  async set(tx: Tx, id: string, columns: WorkerColumns): Promise<void> {
    const entries = Object.entries(columns).filter(([, value]) => value !== undefined);
    const sets = [...entries.map(([column], i) => `${column} = $${i + 2}`), 'version = version + 1', 'changed_at = now()'];
    await tx.execute(`update worker set ${sets.join(', ')} where id = $1`, [id, ...entries.map(([, value]) => value)]);
  },

  async rename(tx: Tx, id: string, fullName: string): Promise<void> {
    await tx.execute(`update worker set full_name = $2, name_key = $3, sort_key = $4 where id = $1`, [
      id,
      fullName,
      nameKey(fullName),
      sortKey(fullName),
    ]);
    await tx.execute(`delete from worker_name_token where worker_id = $1`, [id]);
    await tx.execute(
      `insert into worker_name_token (province_code, token, worker_id) select w.province_code, t, w.id from worker w, unnest($2::text[]) t where w.id = $1`,
      [id, nameTokens(fullName)],
    );
  },

  /** A place chosen by code alone is the unit that bears the code today: later changes of units start from there. */
  async move(tx: Tx, id: string, to: ResidenceRecord, reason: string): Promise<void> {
    await tx.execute(
      `with unit as (select coalesce($3::int, (select u.id from admin_unit u where u.level = 'commune' and u.code = $2 and business_day() between u.valid_from and u.valid_to)) as id),
       history as (
         insert into worker_residence (id, worker_id, unit_id, commune_code, hamlet, valid_from, resolved_by, reason)
         select gen_random_uuid(), $1, unit.id, $2, $5, business_day(), $6, $7 from unit)
       update worker set commune_code = $2, declared_unit_id = unit.id, declared_place = $4, hamlet = coalesce($5, hamlet) from unit where worker.id = $1`,
      [id, to.communeCode, to.declaredUnitId ?? null, to.declaredPlace ?? null, to.hamlet ?? null, to.resolvedBy ?? 'chosen', reason],
    );
  },

  async replacePhones(tx: Tx, id: string, phones: readonly string[]): Promise<void> {
    await tx.execute(
      `insert into former_phone (worker_id, phone, account_id) select worker_id, phone, $3 from worker_phone where worker_id = $1 and phone <> all ($2::text[])`,
      [id, phones, tx.actor.accountId],
    );
    await tx.execute(`delete from worker_phone where worker_id = $1`, [id]);
    await tx.execute(
      `insert into worker_phone (worker_id, phone, position) select $1, p.phone, min(p.position) - 1 from unnest($2::text[]) with ordinality as p (phone, position) group by p.phone`,
      [id, phones],
    );
  },

  async replaceGroups(tx: Tx, id: string, groups: readonly string[]): Promise<void> {
    await tx.execute(`delete from worker_priority_group where worker_id = $1 and code <> all ($2::text[])`, [id, groups]);
    await tx.execute(
      `insert into worker_priority_group (worker_id, code, valid_from) select $1, g, business_day() from unnest($2::text[]) g on conflict do nothing`,
      [id, groups],
    );
  },

  async replaceContacts(tx: Tx, id: string, contacts: readonly FamilyContactRecord[]): Promise<void> {
    await tx.execute(`delete from family_contact where worker_id = $1`, [id]);
    await tx.execute(
      `insert into family_contact (id, worker_id, full_name, kin, phone, commune_code, declared_unit_id, hamlet, consent)
       select gen_random_uuid(), $1, c."fullName", c.kin, c.phone, c."communeCode", c."declaredUnitId", c.hamlet, coalesce(c.consent, false)
         from jsonb_to_recordset($2::jsonb) as c ("fullName" text, kin text, phone text, "communeCode" text, "declaredUnitId" int, hamlet text, consent boolean)`,
      [id, JSON.stringify(contacts)],
    );
  },
};
