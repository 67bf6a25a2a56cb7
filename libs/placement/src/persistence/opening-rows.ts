import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { OpeningLine, OpeningTerms, OpeningVersion } from '../domain/opening';
import { areaSql } from './area-sql';

export interface LockedOpening extends OpeningTerms {
  readonly state: 'open' | 'closed';
  readonly taken: number;
  readonly today: LocalDate;
}

const TERMS = `o.firm, o.occupation, o.commune_code as "communeCode", o.place, o.places, o.wage_from as "wageFrom", o.wage_to as "wageTo", o.language, o.until, o.contact, o.note`;
const LINE = `o.id, ${TERMS}, o.state, o.taken, u.name as "communeName",
  (select count(*)::int from job_referral r where r.opening_id = o.id and r.outcome = 'taken') as hired,
  (select count(*)::int from job_referral r where r.opening_id = o.id and r.outcome is null) as waiting`;
const PLACE = `left join admin_unit u on u.level = 'commune' and u.code = o.commune_code and business_day() between u.valid_from and u.valid_to`;

export const OpeningRows = {
  /** False: the request is known. */
  async insert(tx: Tx, id: string, terms: OpeningTerms, requestId: string): Promise<boolean> {
    return (
      (await tx.execute(
        `insert into job_opening (id, province_code, organisation_id, firm, occupation, commune_code, place, places, wage_from, wage_to, language, until, contact, note, request_id, account_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict (request_id) do nothing`,
        [
          id,
          areaSql(tx.actor)[0],
          tx.actor.organisationId,
          terms.firm,
          terms.occupation,
          terms.communeCode,
          terms.place,
          terms.places,
          terms.wageFrom,
          terms.wageTo,
          terms.language,
          terms.until,
          terms.contact,
          terms.note,
          requestId,
          tx.actor.accountId,
        ],
      )) === 1
    );
  },

  async idOfRequest(tx: Tx, requestId: string): Promise<string | undefined> {
    return (await tx.query<{ id: string }>(`select id from job_opening where request_id = $1`, [requestId]))[0]?.id;
  },

  /** Holds everybody else who gives out places of the opening back; undefined where the province has no such opening. */
  async lock(tx: Tx, id: string): Promise<LockedOpening | undefined> {
    const [row] = await tx.query<LockedOpening & Record<string, unknown>>(
      `select ${TERMS}, o.state, o.taken, business_day() as today from job_opening o where o.province_code = $1 and o.id = $2 for no key update`,
      [areaSql(tx.actor)[0], id],
    );
    return row;
  },

  /** Those that still look for people first, the soonest end on top. */
  async list(tx: Tx): Promise<OpeningLine[]> {
    return tx.query<OpeningLine & Record<string, unknown>>(
      `select ${LINE} from job_opening o ${PLACE} where o.province_code = $1
        order by o.state = 'closed' or o.until < business_day(), abs(o.until - business_day()), o.id limit 200`,
      [areaSql(tx.actor)[0]],
    );
  },

  /** Openings with a free place today, to be held against a person. */
  async free(tx: Tx): Promise<OpeningLine[]> {
    return tx.query<OpeningLine & Record<string, unknown>>(
      `select ${LINE} from job_opening o ${PLACE} where o.province_code = $1 and o.state = 'open' and o.until >= business_day() and o.taken < o.places
        order by o.until, o.id limit 500`,
      [areaSql(tx.actor)[0]],
    );
  },

  async isChanged(tx: Tx, requestId: string): Promise<boolean> {
    return (await tx.query(`select from job_opening_version where request_id = $1`, [requestId])).length > 0;
  },

  /** Of the locked opening; what stood before goes into its versions in the same statement. False: these terms are there already, and it takes people. */
  async change(tx: Tx, id: string, terms: OpeningTerms, requestId: string): Promise<boolean> {
    return (await tx.execute(CHANGE, [id, JSON.stringify(terms), requestId, tx.actor.accountId])) === 1;
  },

  /** Undefined where the province has no such opening. */
  async versions(tx: Tx, id: string): Promise<OpeningVersion[] | undefined> {
    const [row] = await tx.query<{ versions: OpeningVersion[] }>(
      `select coalesce((select jsonb_agg(jsonb_build_object('terms', v.terms, 'changedAt', v.recorded_at, 'by', a.display_name) order by v.id desc)
          from job_opening_version v left join account a on a.id = v.account_id where v.opening_id = o.id), '[]') as versions
        from job_opening o where o.province_code = $1 and o.id = $2`,
      [areaSql(tx.actor)[0], id],
    );
    return row?.versions;
  },

  async close(tx: Tx, id: string): Promise<void> {
    await tx.execute(`update job_opening set state = 'closed' where id = $1`, [id]);
  },
};

const CHANGE = `
  with wanted as (
    select * from jsonb_to_record($2::jsonb) as w(firm text, occupation text, "communeCode" text, place text, places int, "wageFrom" bigint, "wageTo" bigint, language text,
      until date, contact text, note text)),
  before as (
    select o.id, jsonb_build_object('firm', o.firm, 'occupation', o.occupation, 'communeCode', o.commune_code, 'place', o.place, 'places', o.places, 'wageFrom', o.wage_from,
        'wageTo', o.wage_to, 'language', o.language, 'until', o.until, 'contact', o.contact, 'note', o.note) as terms
    from job_opening o, wanted w where o.id = $1 and (o.state = 'closed'
      or (o.firm, o.occupation, o.commune_code, o.place, o.places, o.wage_from, o.wage_to, o.language, o.until, o.contact, o.note)
        is distinct from (w.firm, w.occupation, w."communeCode", w.place, w.places, w."wageFrom", w."wageTo", w.language, w.until, w.contact, w.note))),
  kept as (insert into job_opening_version (opening_id, terms, request_id, account_id) select id, terms, $3, $4 from before)
  update job_opening o set firm = w.firm, occupation = w.occupation, commune_code = w."communeCode", place = w.place, places = w.places, wage_from = w."wageFrom",
    wage_to = w."wageTo", language = w.language, until = w.until, contact = w.contact, note = w.note, state = 'open'
  from before b, wanted w where o.id = b.id`;
