import type { Tx } from '@app/platform';
import type { AccountFacts, AccountLine } from '../domain/account';

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

  async findById(tx: Tx, id: string): Promise<AccountFacts | undefined> {
    const rows = await tx.query<AccountFacts>(
      `select ${FACTS} from account a left join organisation o on o.id = a.organisation_id where a.id = $1`,
      [id],
    );
    return rows[0];
  },

  async list(
    tx: Tx,
    page: { organisationId?: string; after?: string; limit?: number },
  ): Promise<{ accounts: AccountLine[]; next?: string }> {
    const limit = Math.min(Math.max(page.limit ?? 50, 1), 100);
    const rows = await tx.query<AccountLine>(
      `select a.id, a.login, a.display_name as "displayName", a.role, a.organisation_id as "organisationId", o.name as "organisationName",
         array(select c.commune_code::text from account_commune c where c.account_id = a.id order by 1) as communes, a.email, a.state
       from account a left join organisation o on o.id = a.organisation_id
       where ($1::uuid is null or a.organisation_id = $1) and a.login > $2 order by a.login limit $3`,
      [page.organisationId ?? null, page.after ?? '', limit + 1],
    );
    return { accounts: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.login : undefined };
  },
};
