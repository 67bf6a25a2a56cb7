import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Language, ReturneeFacts, ReturnProfile } from '../domain/returnee';
import { areaSql } from './area-sql';

export type ReferralState = 'none' | 'waiting' | 'taken';

/** Somebody who came back and is not abroad again. */
export interface ReturneeLine {
  readonly workerId: string;
  readonly caseId: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  readonly communeName: string | null;
  readonly market: string | null;
  readonly returnedOn: LocalDate;
  readonly occupation: string | null;
  readonly language: Language | null;
  readonly wish: string | null;
  readonly savings: string | null;
  readonly recordedOn: LocalDate | null;
  readonly referral: ReferralState;
  /** Where the person works or was referred to. */
  readonly firm: string | null;
}

export interface ReturneeFilter {
  readonly referral?: ReferralState;
  /** After this row: day of return and case. */
  readonly after?: { readonly returnedOn: LocalDate; readonly caseId: string };
  readonly limit: number;
}

export interface ReturneePerson extends ReturneeFacts {
  readonly workerId: string;
  readonly caseId: string | null;
  readonly provinceCode: string;
  readonly fullName: string;
  readonly communeName: string | null;
  readonly returnedOn: LocalDate | null;
  readonly abroad: boolean;
  readonly today: LocalDate;
}

const NEWEST_PROFILE = `left join lateral (select p.* from return_profile p where p.worker_id = w.id order by p.recorded_on desc, p.recorded_at desc limit 1) p on true`;
const OWN = `w.province_code = $1 and ($2::text[] is null or w.commune_code = any ($2))`;

/** People the openings of the province hold. They are few beside all who came back: a page of them does not walk through everybody else. */
const held = (outcome: string) =>
  `(select distinct f.worker_id from job_opening o join job_referral f on f.opening_id = o.id where o.province_code = $1 and ${outcome}) held
   join case_file c on c.worker_id = held.worker_id`;
/** Where the list begins, by the referral that is asked for. */
const FROM: Readonly<Record<ReferralState, string>> = {
  none: 'case_file c',
  waiting: held('f.outcome is null'),
  taken: held(`f.outcome = 'taken'`),
};

export const ReturneeRows = {
  /** Newest return first. `abroad`: stages in which somebody is away again. */
  async list(tx: Tx, abroad: readonly string[], { referral, after, limit }: ReturneeFilter): Promise<ReturneeLine[]> {
    return tx.query<ReturneeLine & Record<string, unknown>>(
      `select w.id as "workerId", c.id as "caseId", w.full_name as "fullName", w.birth_date as "birthDate", u.name as "communeName", c.market, c.returned_on as "returnedOn",
         coalesce(p.occupation, c.facts ->> 'occupation', w.skill) as occupation, p.language, p.wish, p.savings, p.recorded_on as "recordedOn", r.state as referral, r.firm
         from ${FROM[referral ?? 'none']} join worker w on w.id = c.worker_id ${NEWEST_PROFILE}
         left join lateral (
           select o.firm, f.outcome from job_referral f join job_opening o on o.id = f.opening_id
            where f.worker_id = w.id and f.referred_on >= c.returned_on and (f.outcome is null or f.outcome = 'taken') order by f.outcome is null, f.referred_on desc limit 1) f on true
         cross join lateral (select f.firm, case when f.firm is null then 'none' when f.outcome is null then 'waiting' else 'taken' end as state) r
         left join admin_unit u on u.level = 'commune' and u.code = w.commune_code and business_day() between u.valid_from and u.valid_to
        where c.province_code = $1 and ($2::text[] is null or c.commune_code = any ($2)) and c.returned_on is not null
          and not exists (select from case_file x where x.worker_id = c.worker_id and (x.stage = any ($3) or (x.returned_on, x.id) > (c.returned_on, c.id)))
          and ($4::text is null or r.state = $4) and ($5::date is null or (c.returned_on, c.id) < ($5::date, $6::uuid))
        order by c.returned_on desc, c.id desc limit $7`,
      [...areaSql(tx.actor), abroad, referral ?? null, after?.returnedOn ?? null, after?.caseId ?? null, limit],
    );
  },

  /** One person with what is known of the work abroad; undefined where the actor answers for no such person. */
  async person(tx: Tx, workerId: string, abroad: readonly string[]): Promise<ReturneePerson | undefined> {
    const [row] = await tx.query<ReturneePerson & Record<string, unknown>>(
      `select w.id as "workerId", c.id as "caseId", w.province_code as "provinceCode", w.full_name as "fullName", w.commune_code as "communeCode", u.name as "communeName", c.market, c.returned_on as "returnedOn",
         array_remove(array[p.occupation, c.facts ->> 'occupation', w.skill], null) as occupations, p.language, business_day() as today,
         exists (select from case_file x where x.worker_id = w.id and x.stage = any ($4)) as abroad
         from worker w ${NEWEST_PROFILE}
         left join lateral (select c.* from case_file c where c.worker_id = w.id and c.departed_on is not null order by c.returned_on desc nulls last, c.id desc limit 1) c on true
         left join admin_unit u on u.level = 'commune' and u.code = w.commune_code and business_day() between u.valid_from and u.valid_to
        where ${OWN} and w.id = $3`,
      [...areaSql(tx.actor), workerId, abroad],
    );
    return row;
  },

  /** Newest first. */
  async profiles(tx: Tx, workerId: string): Promise<ReturnProfile[]> {
    return tx.query<ReturnProfile & Record<string, unknown>>(
      `select recorded_on as "recordedOn", occupation, language, language_level as "languageLevel", wish, savings, note
         from return_profile where worker_id = $1 order by recorded_on desc, recorded_at desc limit 20`,
      [workerId],
    );
  },

  /** A repeat of the request changes nothing. */
  async keep(tx: Tx, id: string, workerId: string, profile: ReturnProfile, requestId: string): Promise<void> {
    await tx.execute(
      `insert into return_profile (id, worker_id, recorded_on, occupation, language, language_level, wish, savings, note, request_id, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (request_id) do nothing`,
      [
        id,
        workerId,
        profile.recordedOn,
        profile.occupation,
        profile.language,
        profile.languageLevel,
        profile.wish,
        profile.savings,
        profile.note,
        requestId,
        tx.actor.accountId,
      ],
    );
  },
};
