import type { Tx } from '@app/platform';
import type { AccountFacts, AccountFilter, AccountLine } from '../domain/account';

const FACTS = `a.id as "accountId", a.login, a.display_name as "displayName", a.role, a.organisation_id as "organisationId", o.kind as "organisationKind",
  o.name as "organisationName", coalesce(o.province_code, a.province_code) as "provinceCode", o.commune_code as "communeCode",
  array(select c.commune_code::text from account_commune c where c.account_id = a.id order by 1) as communes`;

/** Accounts as the actor's scope shows them. */
export const AccountQueries = {
  /** An account that may act, by its login. */
  async findByLogin(tx: Tx, login: string): Promise<AccountFacts | undefined> {
    const rows = await tx.query<AccountFacts>(
      `select ${FACTS} from account a left join organisation o on o.id = a.organisation_id
       where a.login = lower($1) and a.state <> 'disabled' and coalesce(o.active, true)`,
      [login],
    );
    return rows[0];
  },

  /** An account that may come in now. */
  async findActive(tx: Tx, id: string): Promise<AccountFacts | undefined> {
    const rows = await tx.query<AccountFacts>(
      `select ${FACTS} from account a left join organisation o on o.id = a.organisation_id
       where a.id = $1 and a.state = 'active' and coalesce(o.active, true)`,
      [id],
    );
    return rows[0];
  },

  async findById(tx: Tx, id: string): Promise<AccountFacts | undefined> {
    const rows = await tx.query<AccountFacts>(
      `select ${FACTS} from account a left join organisation o on o.id = a.organisation_id where a.id = $1`,
      [id],
    );
    return rows[0];
  },

  /** By login. The last sign-in is read from the audit, which outlives sessions. */
  async list(tx: Tx, filter: AccountFilter): Promise<{ accounts: AccountLine[]; next?: string }> {
    const limit = Math.min(Math.max(filter.limit ?? 50, 1), 100);
    const rows = await tx.query<AccountLine & Record<string, unknown>>(
      `select a.id, a.login, a.display_name as "displayName", a.role, a.organisation_id as "organisationId", o.name as "organisationName",
         array(select c.commune_code::text from account_commune c where c.account_id = a.id order by 1) as communes, a.email, a.state,
         (select e.at from audit_entry e where e.subject_kind = 'account' and e.subject_id = a.id::text and e.action = 'identity.sign-in' order by e.id desc limit 1) as "lastSignInAt",
         (select max(l.expires_at) from one_time_link l where l.account_id = a.id and l.used_at is null and l.expires_at > now()) as "linkUntil"
       from account a left join organisation o on o.id = a.organisation_id
       where ($1::uuid is null or a.organisation_id = $1) and ($2::text is null or a.state = $2) and ($3::text is null or a.role = $3)
         and ($4::text is null or position(lower($4) in lower(concat_ws(' ', a.login, a.display_name, a.email))) > 0) and a.login > $5
       order by a.login limit $6`,
      [filter.organisationId ?? null, filter.state ?? null, filter.role ?? null, filter.text ?? null, filter.after ?? '', limit + 1],
    );
    return { accounts: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.login : undefined };
  },
};
