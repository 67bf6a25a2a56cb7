import type { LocalDate, MomentCursor } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { DemandSource, MatchedPerson, Wishes } from '../domain/demand';
import { scopeSql, scopeValue } from './scope-sql';

export interface NewDemand extends Wishes {
  readonly caseId: string;
  readonly source: DemandSource;
  readonly event: string | null;
  readonly note: string | null;
}

export interface DemandLine extends Wishes {
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  readonly communeName: string | null;
  readonly stage: string;
  readonly source: DemandSource | null;
  readonly event: string | null;
  readonly officerName: string | null;
  readonly proposals: number;
  readonly registeredOn: LocalDate;
}

export interface DemandFilter {
  readonly stage?: 'REGISTERED' | 'COUNSELLED' | 'SOURCED';
  readonly market?: string;
  readonly source?: DemandSource;
  /** Only cases that the asking account accompanies, or stands in for. */
  readonly mine?: boolean;
  readonly after?: MomentCursor;
  readonly limit: number;
}

export interface Counselling {
  readonly heldOn: LocalDate;
  readonly channel: string;
  readonly market: string | null;
  /** Version of the market's sheet that was shown. */
  readonly sheet: string | null;
  readonly outcome: string;
  readonly note: string | null;
}

export const DemandRows = {
  async put(tx: Tx, demand: NewDemand): Promise<void> {
    await tx.execute(
      `insert into demand (case_id, markets, occupations, language, can_go_from, source, event, note, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (case_id) do update set markets = excluded.markets, occupations = excluded.occupations, language = coalesce(excluded.language, demand.language),
         can_go_from = coalesce(excluded.can_go_from, demand.can_go_from), source = excluded.source, event = coalesce(excluded.event, demand.event),
         note = coalesce(excluded.note, demand.note), changed_at = now()`,
      [
        demand.caseId,
        demand.markets,
        demand.occupations,
        demand.language,
        demand.canGoFrom,
        demand.source,
        demand.event,
        demand.note,
        tx.actor.accountId,
      ],
    );
  },

  /** The newest case of the person that has not left the way to the exit, if any. */
  async openCase(tx: Tx, workerId: string): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `select id from case_file where worker_id = $1 and stage in ('REGISTERED', 'COUNSELLED', 'SOURCED', 'SELECTED', 'IN_TRAINING', 'CONTRACTED', 'READY') order by created_at desc limit 1`,
      [workerId],
    );
    return rows[0]?.id;
  },

  /** Everybody whose case waits for an order, longest waiting first. */
  async list(tx: Tx, { stage, market, source, mine, after, limit }: DemandFilter): Promise<(DemandLine & { at: string })[]> {
    return tx.query<DemandLine & { at: string } & Record<string, unknown>>(
      `select c.id as "caseId", c.code as "caseCode", c.worker_id as "workerId", w.full_name as "fullName", w.birth_date as "birthDate", u.name as "communeName", c.stage,
         coalesce(d.markets, case when c.market is null then '{}' else array[c.market] end) as markets, coalesce(d.occupations, '{}') as occupations, d.language,
         d.can_go_from as "canGoFrom", d.source, d.event, a.display_name as "officerName",
         (select count(*)::int from order_proposal p where p.case_id = c.id and p.state = 'proposed') as proposals,
         (c.created_at at time zone 'Asia/Ho_Chi_Minh')::date as "registeredOn", c.created_at::text as at
       from case_file c join worker w on w.id = c.worker_id left join demand d on d.case_id = c.id
         left join case_officer o on o.case_id = c.id and o.ended_at is null left join account a on a.id = o.account_id
         left join lateral (select name from admin_unit x where x.level = 'commune' and x.code = c.commune_code order by x.valid_from desc limit 1) u on true
       where ${scopeSql(tx.actor.scope, '$9')} and c.stage in ('REGISTERED', 'COUNSELLED', 'SOURCED') and ($1::text is null or c.stage = $1) and ($3::text is null or d.source = $3)
         and ($2::text is null or $2 = any (d.markets) or cardinality(coalesce(d.markets, '{}')) = 0) and (not $4 or $5 in (o.account_id, o.deputy_id))
         and ($6::text is null or (c.created_at, c.id) > ($6::timestamptz, $7::uuid))
       order by c.created_at, c.id limit $8`,
      [
        stage ?? null,
        market ?? null,
        source ?? null,
        mine ?? false,
        tx.actor.accountId,
        after?.at ?? null,
        after?.id ?? null,
        limit,
        scopeValue(tx.actor.scope),
      ],
      `demand_list_${tx.actor.scope.kind}`,
    );
  },

  async addCounselling(tx: Tx, id: string, caseId: string, row: Counselling): Promise<void> {
    await tx.execute(
      `insert into counselling (id, case_id, held_on, channel, market, sheet, outcome, note, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, caseId, row.heldOn, row.channel, row.market, row.sheet, row.outcome, row.note, tx.actor.accountId],
    );
  },

  async counsellings(tx: Tx, caseId: string): Promise<(Counselling & { by: string | null })[]> {
    return tx.query<Counselling & { by: string | null } & Record<string, unknown>>(
      `select k.held_on as "heldOn", k.channel, k.market, k.sheet, k.outcome, k.note, a.display_name as by
         from counselling k left join account a on a.id = k.recorded_by where k.case_id = $1 order by k.held_on desc, k.recorded_at desc limit 200`,
      [caseId],
    );
  },

  async matchedPerson(tx: Tx, caseId: string): Promise<MatchedPerson | undefined> {
    const rows = await tx.query<MatchedPerson & Record<string, unknown>>(
      `select coalesce(d.markets, '{}') as markets, coalesce(d.occupations, '{}') as occupations, d.language, d.can_go_from as "canGoFrom", w.sex, w.education,
         extract(year from age(business_day(), w.birth_date))::int as age
         from case_file c join worker w on w.id = c.worker_id left join demand d on d.case_id = c.id where c.id = $1`,
      [caseId],
    );
    return rows[0];
  },
};
