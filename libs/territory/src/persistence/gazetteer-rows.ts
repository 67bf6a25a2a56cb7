import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { FormerName, Succession, Unit } from '../domain/unit';

export interface SnapshotVersion {
  readonly database: string;
  readonly version: string;
  readonly day: LocalDate;
}

/** Reading side of the territory tables. */
export const GazetteerRows = {
  /** Changes with every import, every business day and every database. */
  async version(tx: Tx): Promise<SnapshotVersion> {
    const rows = await tx.query<SnapshotVersion>(
      `select current_database() || ':' || coalesce(inet_server_port()::text, '') as database, business_day() as day,
         (select count(*) || ' ' || coalesce(max(imported_at)::text, '') from unit_import) as version`,
      [],
      'gazetteer_version',
    );
    return rows[0]!;
  },

  async units(tx: Tx): Promise<Unit[]> {
    return tx.query<Unit & { id: number }>(
      `select id, level, code, name, type, parent_id as "parentId", valid_from::text as "from", valid_to::text as "to", alt_names as "altNames", verified
       from admin_unit order by id`,
    );
  },

  async successions(tx: Tx): Promise<Succession[]> {
    return tx.query<Succession & { oldId: number }>(
      `select old_unit_id as "oldId", new_unit_id as "newId", route, hint, effective_on as "effectiveOn", verified from admin_unit_succession`,
    );
  },

  async formerNames(tx: Tx): Promise<FormerName[]> {
    return tx.query<FormerName & { unitId: number }>(`select former_name as name, unit_id as "unitId" from former_commune`);
  },
};
