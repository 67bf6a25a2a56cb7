import type { Tx } from '@app/platform';
import type { DocumentClass, DocumentKindName, DocumentPerson } from '../domain/document-kinds';

export type DocumentState = 'waiting' | 'done' | 'failed';

export interface DocumentLine {
  id: string;
  kind: DocumentKindName;
  state: DocumentState;
  people: number;
  problem: string | null;
  requestedAt: Date;
}

export interface WaitingDocument {
  id: string;
  kind: DocumentKindName;
  login: string;
  caseIds: string[];
  classId: string | null;
}

const PERSON = `w.full_name as "fullName", w.birth_date as "birthDate", w.birth_precision as "birthPrecision", w.sex, w.hamlet, u.name as "communeName", p.name as "provinceName",
  o.name as "agencyName", c.market, c.facts ->> 'occupation' as occupation, v.employer, c.contract_start as "contractStart", c.contract_end as "contractEnd", c.code as "caseCode"`;
const PLACES = `join worker w on w.id = c.worker_id left join organisation o on o.id = c.agency_id
  left join admin_unit u on u.level = 'commune' and u.code = c.commune_code and business_day() between u.valid_from and u.valid_to
  left join admin_unit p on p.level = 'province' and p.code = c.province_code and business_day() between p.valid_from and p.valid_to
  left join lateral (select employer from contract_version v where v.case_id = c.id and v.voided_at is null and v.employer is not null order by v.recorded_at desc limit 1) v on true`;

export const DocumentRows = {
  /** Undefined: this request was taken before. */
  async ask(
    tx: Tx,
    d: { id: string; kind: DocumentKindName; caseIds: readonly string[]; classId: string | null; requestId: string },
  ): Promise<boolean> {
    return (
      (await tx.execute(
        `insert into official_document (id, kind, case_ids, class_id, organisation_id, account_id, login, request_id) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (request_id) do nothing`,
        [d.id, d.kind, d.caseIds, d.classId, tx.actor.organisationId, tx.actor.accountId, tx.actor.login, d.requestId],
      )) === 1
    );
  },

  async idOfRequest(tx: Tx, requestId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(`select id from official_document where request_id = $1`, [requestId]);
    return row?.id;
  },

  async list(tx: Tx): Promise<DocumentLine[]> {
    return tx.query<DocumentLine & Record<string, unknown>>(
      `select id, kind, state, people, problem, requested_at as "requestedAt" from official_document order by requested_at desc, id limit 50`,
    );
  },

  async find(tx: Tx, id: string): Promise<DocumentLine | undefined> {
    const [row] = await tx.query<DocumentLine & Record<string, unknown>>(
      `select id, kind, state, people, problem, requested_at as "requestedAt" from official_document where id = $1`,
      [id],
    );
    return row;
  },

  async waiting(tx: Tx, id: string): Promise<WaitingDocument | undefined> {
    const [row] = await tx.query<WaitingDocument & Record<string, unknown>>(
      `select id, kind, login, case_ids as "caseIds", class_id as "classId" from official_document where id = $1 and state = 'waiting' for no key update`,
      [id],
    );
    return row;
  },

  async finish(tx: Tx, id: string, end: { state: DocumentState; people?: number; problem?: string }): Promise<void> {
    await tx.execute(`update official_document set state = $2, people = $3, problem = $4, done_at = now() where id = $1`, [
      id,
      end.state,
      end.people ?? 0,
      end.problem ?? null,
    ]);
  },

  /** Documents asked for more than so many days ago, at most `limit`. */
  async outlived(tx: Tx, days: number, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from official_document where requested_at < now() - make_interval(days => $1) order by id limit $2`,
      [days, limit],
    );
    return rows.map(({ id }) => id);
  },

  async drop(tx: Tx, ids: readonly string[]): Promise<number> {
    return tx.execute(`delete from official_document where id = any ($1)`, [ids]);
  },

  /** In the order asked; who is not seen is left out. */
  async people(tx: Tx, caseIds: readonly string[]): Promise<DocumentPerson[]> {
    return tx.query<DocumentPerson & Record<string, unknown>>(
      `select ${PERSON} from unnest($1::uuid[]) with ordinality a(id, n) join case_file c on c.id = a.id ${PLACES} order by a.n`,
      [caseIds],
    );
  },

  async classOf(tx: Tx, classId: string): Promise<DocumentClass | undefined> {
    const [found] = await tx.query<DocumentClass & Record<string, unknown>>(
      `select kind, organisation_id = $2 as own, title, starts_on as "startsOn", ends_on as "endsOn", place from training_class where id = $1`,
      [classId, tx.actor.organisationId],
    );
    if (!found) return undefined;
    const people = await tx.query<DocumentClass['people'][number] & Record<string, unknown>>(
      `select ${PERSON}, t.number, t.valid_until as "validUntil", t.issued_on as "issuedOn", t.check_code as "checkCode",
         coalesce(t.market, c.market) as "certifiedMarket", coalesce(t.occupation, c.facts ->> 'occupation') as "certifiedTrade"
         from class_seat s join case_file c on c.id = s.case_id ${PLACES} left join training_certificate t on t.class_id = s.class_id and t.case_id = s.case_id
        where s.class_id = $1 and s.state = 'seated' order by w.sort_key, c.id`,
      [classId],
    );
    return { ...found, people };
  },

  /** An office as a letter head names it. */
  async issuer(
    tx: Tx,
    organisationId: string | null,
  ): Promise<{ name: string; kind: string; key: string; place: string | null; today: string } | undefined> {
    const [row] = await tx.query<{ name: string; kind: string; key: string; place: string | null; today: string }>(
      `select o.name, o.kind, o.key, p.name as place, business_day()::text as today from organisation o
         left join admin_unit p on p.level = 'province' and p.code = o.province_code and business_day() between p.valid_from and p.valid_to where o.id = $1`,
      [organisationId],
    );
    return row;
  },
};
