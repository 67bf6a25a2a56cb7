import { foldText, notFound } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { NamedOrganisation, Organisation, OrganisationKind, PublicOffice } from '../domain/organisation';

const COLUMNS = `o.id, o.kind, o.key, o.name, o.province_code as "provinceCode", o.commune_code as "communeCode", o.email, o.phone, o.active`;

/** Offices and agencies by id, key, place and written name. Public facts: the same for every actor. */
export const OrganisationDirectory = {
  async findById(tx: Tx, id: string): Promise<Organisation | undefined> {
    return (await tx.query<Organisation>(`select ${COLUMNS} from organisation o where o.id = $1`, [id], 'organisation_id'))[0];
  },

  async getById(tx: Tx, id: string): Promise<Organisation> {
    const found = await OrganisationDirectory.findById(tx, id);
    if (!found) throw notFound('Không tìm thấy tổ chức này.');
    return found;
  },

  async findByKey(tx: Tx, key: string): Promise<Organisation | undefined> {
    return (await tx.query<Organisation>(`select ${COLUMNS} from organisation o where o.key = $1`, [key]))[0];
  },

  /** Those of these keys that exist. */
  async byKeys(tx: Tx, keys: readonly string[]): Promise<Map<string, Organisation>> {
    const rows = await tx.query<Organisation>(`select ${COLUMNS} from organisation o where o.key = any ($1)`, [keys]);
    return new Map(rows.map((row) => [row.key, row]));
  },

  /** By folded name or alias; two different organisations under one name answer none. */
  async byWrittenName(tx: Tx, text: string, kind?: OrganisationKind): Promise<Organisation | undefined> {
    const rows = await tx.query<Organisation>(
      `select ${COLUMNS} from organisation o
       where ($2::text is null or o.kind = $2) and (o.name_key = $1 or o.id in (select a.organisation_id from organisation_alias a where a.alias_key = $1)) limit 2`,
      [foldText(text), kind ?? null],
    );
    return rows.length === 1 ? rows[0] : undefined;
  },

  async centreOf(tx: Tx, province: string): Promise<Organisation | undefined> {
    return ofPlace(tx, 'employment_service_centre', province, null);
  },

  async departmentOf(tx: Tx, province: string): Promise<Organisation | undefined> {
    return ofPlace(tx, 'department_of_home_affairs', province, null);
  },

  /** The people's committee of a commune of today. */
  async committeeOf(tx: Tx, province: string, commune: string): Promise<Organisation | undefined> {
    return ofPlace(tx, 'commune_peoples_committee', province, commune);
  },

  /** All active ones of a kind with the ways in which files write them; agencies are a few hundred in the country. */
  async listNamed(tx: Tx, kind: OrganisationKind): Promise<NamedOrganisation[]> {
    return tx.query<NamedOrganisation>(
      `select ${COLUMNS}, array(select a.alias from organisation_alias a where a.organisation_id = o.id order by a.alias) as aliases
       from organisation o where o.kind = $1 and o.active order by o.name_key, o.id`,
      [kind],
    );
  },

  /** Whom the public may call: the centres, one province's or all. */
  async listCentres(tx: Tx, province?: string): Promise<PublicOffice[]> {
    return tx.query<PublicOffice & Record<string, unknown>>(
      `select o.name, o.phone, o.province_code as "provinceCode" from organisation o
       where o.kind = 'employment_service_centre' and o.active and ($1::text is null or o.province_code = $1) order by o.province_code, o.name_key, o.id limit 100`,
      [province ?? null],
      'organisation_centres',
    );
  },

  /** By key, for the administrator. */
  async list(
    tx: Tx,
    page: { kind?: OrganisationKind; after?: string; limit?: number },
  ): Promise<{ organisations: Organisation[]; next?: string }> {
    const limit = Math.min(Math.max(page.limit ?? 50, 1), 100);
    const rows = await tx.query<Organisation>(
      `select ${COLUMNS} from organisation o where ($1::text is null or o.kind = $1) and o.key > $2 order by o.key limit $3`,
      [page.kind ?? null, page.after ?? '', limit + 1],
    );
    return { organisations: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.key : undefined };
  },
};

async function ofPlace(tx: Tx, kind: OrganisationKind, province: string, commune: string | null): Promise<Organisation | undefined> {
  const rows = await tx.query<Organisation>(
    `select ${COLUMNS} from organisation o
     where o.kind = $1 and o.province_code = $2 and ($3::text is null or o.commune_code = $3) and o.active order by o.created_at, o.id limit 1`,
    [kind, province, commune],
    'organisation_place',
  );
  return rows[0];
}
