import type { Tx } from '@app/platform';
import type { DeclineReason, ProposalState, ProposedCase } from '../domain/proposal';

/** What an agency is shown of somebody before it accepts. */
export interface ProposedProfile {
  readonly fullName?: string;
  readonly birthYear?: number;
  readonly sex?: string;
  readonly education?: string;
  readonly skill?: string;
  readonly communeName?: string;
  readonly language?: string;
}

export interface ProposalLine {
  readonly id: string;
  readonly orderId: string;
  readonly orderCode: string;
  readonly orderTitle: string;
  readonly caseId: string;
  readonly state: ProposalState;
  readonly profile: ProposedProfile;
  readonly reason: string | null;
  readonly note: string | null;
  readonly proposedAt: string;
}

const PROFILE = `jsonb_strip_nulls(jsonb_build_object('fullName', w.full_name, 'birthYear', extract(year from w.birth_date)::int, 'sex', w.sex, 'education', w.education,
  'skill', w.skill, 'language', d.language, 'communeName', (select u.name from admin_unit u where u.level = 'commune' and u.code = c.commune_code order by u.valid_from desc limit 1)))`;

export const ProposalRows = {
  async cases(tx: Tx, orderId: string, caseIds: readonly string[]): Promise<ProposedCase[]> {
    return tx.query<ProposedCase & Record<string, unknown>>(
      `select c.id as "caseId", c.worker_id as "workerId", c.stage, c.province_code as "provinceCode", c.commune_code as "communeCode", c.agency_id as "agencyId", p.state as earlier
         from case_file c left join order_proposal p on p.case_id = c.id and p.order_id = $1 where c.id = any ($2::uuid[])`,
      [orderId, caseIds],
    );
  },

  async propose(tx: Tx, orderId: string, agencyId: string, caseIds: readonly string[], note: string | null): Promise<void> {
    await tx.execute(
      `insert into order_proposal as p (id, order_id, case_id, agency_id, profile, note, proposed_by)
       select gen_random_uuid(), $1, c.id, $2, ${PROFILE}, $4, $5 from case_file c join worker w on w.id = c.worker_id left join demand d on d.case_id = c.id where c.id = any ($3::uuid[])
       on conflict on constraint order_proposal_unique do update set state = 'proposed', profile = excluded.profile, note = excluded.note, proposed_by = excluded.proposed_by,
         proposed_at = now(), reason = null where p.state = 'withdrawn'`,
      [orderId, agencyId, caseIds, note, tx.actor.accountId],
    );
  },

  async list(
    tx: Tx,
    { orderId, state, after, limit }: { orderId?: string; state?: ProposalState; after?: string; limit: number },
  ): Promise<ProposalLine[]> {
    return tx.query<ProposalLine & Record<string, unknown>>(
      `select p.id, p.order_id as "orderId", o.code as "orderCode", o.title as "orderTitle", p.case_id as "caseId", p.state, p.profile, p.reason, p.note, p.proposed_at as "proposedAt"
         from order_proposal p join job_order o on o.id = p.order_id
        where ($1::uuid is null or p.order_id = $1) and ($2::text is null or p.state = $2) and ($3::uuid is null or p.id > $3) order by p.id limit $4`,
      [orderId ?? null, state ?? null, after ?? null, limit],
    );
  },

  async lock(tx: Tx, id: string): Promise<{ caseId: string; agencyId: string; orderId: string; state: ProposalState } | undefined> {
    const rows = await tx.query<{ caseId: string; agencyId: string; orderId: string; state: ProposalState }>(
      `select case_id as "caseId", agency_id as "agencyId", order_id as "orderId", state from order_proposal where id = $1 for update`,
      [id],
    );
    return rows[0];
  },

  /** False: somebody answers for the case already, or it stands elsewhere by now. */
  async admit(tx: Tx, id: string): Promise<boolean> {
    const [row] = await tx.query<{ admitted: boolean }>(`select admit_candidate($1) as admitted`, [id]);
    return row!.admitted;
  },

  /** Of somebody declined the agency keeps nothing. */
  async answer(
    tx: Tx,
    id: string,
    state: 'accepted' | 'declined' | 'withdrawn',
    reason: DeclineReason | null,
    note: string | null,
  ): Promise<void> {
    await tx.execute(
      `update order_proposal set state = $2, reason = $3, note = coalesce($4, note), answered_by = $5, answered_at = now(), profile = case when $2 = 'accepted' then profile else '{}' end
        where id = $1`,
      [id, state, reason, note, tx.actor.accountId],
    );
  },
};
