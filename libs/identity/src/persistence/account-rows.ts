import type { Role } from '@app/kernel';
import type { Tx } from '@app/platform';

export interface NewAccount {
  readonly id: string;
  readonly organisationId: string | null;
  readonly provinceCode: string | null;
  readonly login: string;
  readonly role: Role;
  readonly displayName: string;
  readonly email: string | null;
  readonly communes: readonly string[];
  readonly demo: boolean;
  readonly passwordHash?: string;
}

const ADD = `
  insert into account (id, organisation_id, province_code, login, role, display_name, email, demo, password_hash, state)
  select a.id, a."organisationId", a."provinceCode", a.login, a.role, a."displayName", a.email, a.demo, a."passwordHash",
    case when a."passwordHash" is null then 'invited' else 'active' end
  from jsonb_to_recordset($1::jsonb) a(id uuid, "organisationId" uuid, "provinceCode" text, login text, role text, "displayName" text, email text, demo boolean, "passwordHash" text)
  on conflict (login) do nothing returning login`;

/** Writing accounts, many in one statement. */
export const AccountRows = {
  /** Logins that are new; the others exist already and stay as they are. */
  async add(tx: Tx, accounts: readonly NewAccount[]): Promise<Set<string>> {
    const rows = await tx.query<{ login: string }>(ADD, [JSON.stringify(accounts)]);
    const added = new Set(rows.map((row) => row.login));
    const communes = accounts.filter((a) => added.has(a.login)).flatMap((a) => a.communes.map((commune) => ({ id: a.id, commune })));
    if (communes.length)
      await tx.execute(
        `insert into account_commune (account_id, commune_code) select distinct c.id, c.code from unnest($1::uuid[], $2::text[]) c(id, code) on conflict do nothing`,
        [communes.map((c) => c.id), communes.map((c) => c.commune)],
      );
    return added;
  },

  /** Replaces the jurisdiction and ends the sessions opened under the old one. */
  async setCommunes(tx: Tx, accountId: string, communes: readonly string[]): Promise<boolean> {
    const touched = await tx.execute(
      `update account set sessions_valid_from = now(), access_ended_at = now(), changed_at = now() where id = $1`,
      [accountId],
    );
    if (!touched) return false;
    await tx.execute(`delete from account_commune where account_id = $1`, [accountId]);
    await tx.execute(
      `insert into account_commune (account_id, commune_code) select $1, code from unnest($2::text[]) code on conflict do nothing`,
      [accountId, communes],
    );
    return true;
  },
};
