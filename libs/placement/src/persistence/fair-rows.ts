import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { FairCommune, FairLine, FairPerson, FairTerms } from '../domain/job-fair';
import type { SignUpCandidate } from '../domain/sign-up';
import { areaSql } from './area-sql';

export interface LockedFair extends FairTerms {
  readonly state: 'open' | 'cancelled';
  readonly taken: number;
  readonly own: boolean;
  readonly today: LocalDate;
}

const TERMS = `f.title, f.held_on as "heldOn", to_char(f.starts_at, 'HH24:MI') as "startsAt", to_char(f.ends_at, 'HH24:MI') as "endsAt", f.place,
  f.commune_code as "communeCode", f.firms, f.transport, f.sign_up_until as "signUpUntil", f.seats, f.quota, f.communes, f.note`;
const LINE = `f.id, ${TERMS}, f.state, f.taken, o.name as "organisationName",
  (select u.name from admin_unit u where u.level = 'commune' and u.code = f.commune_code and business_day() between u.valid_from and u.valid_to) as "communeName"`;

/** Fairs of the reader's province; a commune sees those it is asked to. `$1`: province, `$2`: communes or null. */
const FAIRS_OF = `f.province_code = $1 and ($2::text[] is null or f.communes = '{}' or f.communes && $2)`;

const valuesOf = (t: FairTerms): unknown[] => [
  t.title,
  t.heldOn,
  t.startsAt,
  t.endsAt,
  t.place,
  t.communeCode,
  t.firms,
  t.transport,
  t.signUpUntil,
  t.seats,
  t.quota,
  t.communes,
  t.note,
];

export const FairRows = {
  async today(tx: Tx): Promise<LocalDate> {
    return (await tx.query<{ today: LocalDate }>(`select business_day() as today`))[0]!.today;
  },

  /** False: the request is known. */
  async insert(tx: Tx, id: string, terms: FairTerms, { province, requestId }: { province: string; requestId: string }): Promise<boolean> {
    return (
      (await tx.execute(
        `insert into job_fair (id, province_code, organisation_id, request_id, account_id, title, held_on, starts_at, ends_at, place, commune_code, firms, transport, sign_up_until, seats, quota, communes, note)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) on conflict (request_id) do nothing`,
        [id, province, tx.actor.organisationId, requestId, tx.actor.accountId, ...valuesOf(terms)],
      )) === 1
    );
  },

  async idOfRequest(tx: Tx, requestId: string): Promise<string | undefined> {
    return (await tx.query<{ id: string }>(`select id from job_fair where request_id = $1`, [requestId]))[0]?.id;
  },

  async change(tx: Tx, id: string, terms: FairTerms): Promise<void> {
    await tx.execute(
      `update job_fair set title = $2, held_on = $3, starts_at = $4, ends_at = $5, place = $6, commune_code = $7, firms = $8, transport = $9, sign_up_until = $10,
         seats = $11, quota = $12, communes = $13, note = $14 where id = $1`,
      [id, ...valuesOf(terms)],
    );
  },

  async cancel(tx: Tx, id: string, reason: string): Promise<void> {
    await tx.execute(`update job_fair set state = 'cancelled', reason = $2 where id = $1`, [id, reason]);
  },

  /** Holds everybody else who gives out seats of the fair back; undefined where the reader's place has no such fair. */
  async lock(tx: Tx, id: string): Promise<LockedFair | undefined> {
    const [row] = await tx.query<LockedFair & Record<string, unknown>>(
      `select ${TERMS}, f.state, f.taken, f.organisation_id = nullif(current_setting('benve.organisation', true), '')::uuid as own, business_day() as today
         from job_fair f where ${FAIRS_OF} and f.id = $3 for no key update`,
      [...areaSql(tx.actor), id],
    );
    return row;
  },

  /** Coming ones first, the nearest on top; then those that were, the newest first. */
  async list(tx: Tx): Promise<FairLine[]> {
    return tx.query<FairLine & Record<string, unknown>>(
      `select ${LINE}, (select count(*)::int from fair_seat s join worker w on w.id = s.worker_id where s.fair_id = f.id and w.province_code = $1 and ($2::text[] is null or w.commune_code = any ($2))) as signed
         from job_fair f join organisation o on o.id = f.organisation_id where ${FAIRS_OF}
        order by f.held_on < business_day(), abs(f.held_on - business_day()), f.starts_at, f.id limit 100`,
      areaSql(tx.actor),
    );
  },

  async find(tx: Tx, id: string): Promise<(Omit<FairLine, 'signed'> & { today: LocalDate }) | undefined> {
    const [row] = await tx.query<Omit<FairLine, 'signed'> & { today: LocalDate } & Record<string, unknown>>(
      `select ${LINE}, business_day() as today from job_fair f join organisation o on o.id = f.organisation_id where ${FAIRS_OF} and f.id = $3`,
      [...areaSql(tx.actor), id],
    );
    return row;
  },

  /** Everybody signed up whom the reader answers for, by commune and name. */
  async people(tx: Tx, id: string): Promise<FairPerson[]> {
    return tx.query<FairPerson & Record<string, unknown>>(
      `select w.id as "workerId", w.full_name as "fullName", extract(year from w.birth_date)::int as "birthYear", s.commune_code as "communeCode", u.name as "communeName", w.hamlet,
         (select p.phone from worker_phone p where p.worker_id = w.id order by p.position limit 1) as phone, s.attended
         from fair_seat s join worker w on w.id = s.worker_id
         left join admin_unit u on u.level = 'commune' and u.code = s.commune_code and business_day() between u.valid_from and u.valid_to
        where s.fair_id = $3 and w.province_code = $1 and ($2::text[] is null or w.commune_code = any ($2))
        order by u.name collate "vi-x-icu", w.sort_key, w.id`,
      [...areaSql(tx.actor), id],
    );
  },

  /** Communes that are asked with how many each brought, those of the reader's place. */
  async brought(tx: Tx, id: string): Promise<FairCommune[]> {
    return tx.query<FairCommune & Record<string, unknown>>(
      `select u.code as "communeCode", u.name as "communeName", count(s.worker_id)::int as signed
         from job_fair f join admin_unit p on p.level = 'province' and p.code = f.province_code and business_day() between p.valid_from and p.valid_to
         join admin_unit u on u.level = 'commune' and u.parent_id = p.id and business_day() between u.valid_from and u.valid_to
         left join fair_seat s on s.fair_id = f.id and s.commune_code = u.code
        where f.id = $3 and ${FAIRS_OF} and (f.communes = '{}' or u.code = any (f.communes)) and ($2::text[] is null or u.code = any ($2))
        group by u.code, u.name order by u.name collate "vi-x-icu"`,
      [...areaSql(tx.actor), id],
    );
  },

  /** What signing up needs of each person the actor answers for; the others are missing. `abroad`: stages that are. */
  async candidates(
    tx: Tx,
    id: string,
    workerIds: readonly string[],
    abroad: readonly string[],
  ): Promise<(SignUpCandidate & { workerId: string })[]> {
    return tx.query<SignUpCandidate & { workerId: string } & Record<string, unknown>>(
      `select w.id as "workerId", w.commune_code as "communeCode", exists (select from fair_seat s where s.fair_id = $3 and s.worker_id = w.id) as signed,
         exists (select from case_file c where c.worker_id = w.id and c.stage = any ($5)) as abroad
         from worker w where w.province_code = $1 and ($2::text[] is null or w.commune_code = any ($2)) and w.id = any ($4::uuid[])`,
      [...areaSql(tx.actor), id, workerIds, abroad],
    );
  },

  /** `taken` follows by itself: the table counts. */
  async seat(tx: Tx, id: string, workerIds: readonly string[]): Promise<void> {
    await tx.execute(
      `insert into fair_seat (fair_id, worker_id, commune_code, signed_by)
       select $1, w.id, w.commune_code, $3 from worker w where w.id = any ($2::uuid[]) on conflict do nothing`,
      [id, workerIds, tx.actor.accountId],
    );
  },

  async leave(tx: Tx, id: string, workerId: string): Promise<number> {
    return tx.execute(
      `delete from fair_seat s using worker w where s.fair_id = $3 and w.id = s.worker_id and w.id = $4 and w.province_code = $1 and ($2::text[] is null or w.commune_code = any ($2))`,
      [...areaSql(tx.actor), id, workerId],
    );
  },

  /** Everybody signed up came, but these. */
  async attend(tx: Tx, id: string, absent: readonly string[]): Promise<number> {
    return tx.execute(
      `update fair_seat s set attended = not s.worker_id = any ($4::uuid[]) from worker w
        where s.fair_id = $3 and w.id = s.worker_id and w.province_code = $1 and ($2::text[] is null or w.commune_code = any ($2))`,
      [...areaSql(tx.actor), id, absent],
    );
  },
};
