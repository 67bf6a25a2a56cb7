import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { RecruitmentPermission } from '../domain/recruitment-permission';

export interface NewPermission {
  readonly id: string;
  readonly agencyId: string;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly from: LocalDate;
  /** Last day on which it holds; null = open. */
  readonly lastDay: LocalDate | null;
  readonly basis: string;
}

export const PermissionRows = {
  async of(tx: Tx, agencyId: string): Promise<RecruitmentPermission[]> {
    return tx.query<RecruitmentPermission & Record<string, unknown>>(
      `select id, province_code as "provinceCode", nullif(commune_code, '') as "communeCode", lower(valid) as "from", nullif(upper(valid), 'infinity') as until, basis
         from recruitment_permission where agency_id = $1 order by province_code, commune_code, valid`,
      [agencyId],
      'permission_of',
    );
  },

  /** False: another permission of the same place overlaps the period. The same row again changes nothing. */
  async add(tx: Tx, row: NewPermission): Promise<boolean> {
    const [known] = await tx.query<{ there: boolean }>(
      `with made as (insert into recruitment_permission (id, agency_id, province_code, commune_code, valid, basis, recorded_by)
       select $1, $2, $3, coalesce($4, ''), v.valid, $7, $8 from (select daterange($5::date, $6::date, '[]') as valid) v
        where not exists (select from recruitment_permission p where p.agency_id = $2 and p.province_code = $3 and p.commune_code = coalesce($4, '') and p.valid && v.valid and p.id <> $1)
       on conflict (id) do nothing returning id)
       select exists (select from made) or exists (select from recruitment_permission where id = $1) as there`,
      [row.id, row.agencyId, row.provinceCode, row.communeCode, row.from, row.lastDay, row.basis, tx.actor.accountId],
    );
    return known!.there;
  },

  /** Ends a permission on a day; one that had not begun holds on no day. Undefined: not there, or not this province's. */
  async end(tx: Tx, id: string, lastDay: LocalDate): Promise<string | undefined> {
    const rows = await tx.query<{ agencyId: string }>(
      `update recruitment_permission set valid = valid * daterange(null, $2::date, '[]') where id = $1 and province_code = current_setting('benve.province', true)
       returning agency_id as "agencyId"`,
      [id, lastDay],
    );
    return rows[0]?.agencyId;
  },
};
