import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';

export interface PublicFair {
  readonly id: string;
  readonly title: string;
  readonly heldOn: LocalDate;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly place: string;
  readonly communeName: string | null;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly firms: readonly string[];
  readonly transport: string | null;
  readonly signUpUntil: LocalDate;
  readonly organisationName: string;
  readonly phone: string | null;
  readonly note: string | null;
  readonly full: boolean;
}

export interface NamedPlace {
  readonly code: string;
  readonly name: string;
}

const FAIRS = `select f.id, f.title, f.held_on as "heldOn", to_char(f.starts_at, 'HH24:MI') as "startsAt", to_char(f.ends_at, 'HH24:MI') as "endsAt", f.place, u.name as "communeName",
    f.province_code as "provinceCode", p.name as "provinceName", f.firms, f.transport, f.sign_up_until as "signUpUntil", o.name as "organisationName", o.phone, f.note, f.taken >= f.seats as full
  from job_fair f join organisation o on o.id = f.organisation_id
  join admin_unit p on p.level = 'province' and p.code = f.province_code and business_day() between p.valid_from and p.valid_to
  left join admin_unit u on u.level = 'commune' and u.code = f.commune_code and business_day() between u.valid_from and u.valid_to
  where f.state = 'open' and f.held_on >= business_day()`;

/** What anybody may know of fairs: no person, no count but whether there is room. */
export const PublicFairRows = {
  async coming(tx: Tx, place: { province?: string; commune?: string }): Promise<PublicFair[]> {
    return tx.query<PublicFair & Record<string, unknown>>(
      `${FAIRS} and ($1::text is null or f.province_code = $1) and ($2::text is null or f.communes = '{}' or $2 = any (f.communes))
        order by f.held_on, f.starts_at, f.id limit 100`,
      [place.province ?? null, place.commune ?? null],
    );
  },

  async one(tx: Tx, id: string): Promise<PublicFair | undefined> {
    return (await tx.query<PublicFair & Record<string, unknown>>(`${FAIRS} and f.id = $1`, [id]))[0];
  },

  async provinces(tx: Tx): Promise<NamedPlace[]> {
    return tx.query<NamedPlace & Record<string, unknown>>(
      `select distinct p.code, p.name collate "vi-x-icu" as name from job_fair f join admin_unit p on p.level = 'province' and p.code = f.province_code and business_day() between p.valid_from and p.valid_to
        where f.state = 'open' and f.held_on >= business_day() order by name`,
    );
  },

  async communes(tx: Tx, province: string): Promise<NamedPlace[]> {
    return tx.query<NamedPlace & Record<string, unknown>>(
      `select u.code, u.name from admin_unit u join admin_unit p on p.id = u.parent_id
        where u.level = 'commune' and business_day() between u.valid_from and u.valid_to and p.code = $1 and p.level = 'province' and business_day() between p.valid_from and p.valid_to
        order by u.name collate "vi-x-icu"`,
      [province],
    );
  },
};
