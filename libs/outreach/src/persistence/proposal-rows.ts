import type { MomentCursor } from '@app/kernel';
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

export interface StoredProposal {
  readonly id: string;
  readonly caseId: string;
  readonly agencyId: string;
  readonly orderId: string;
  readonly state: ProposalState;
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
  /** Kept as they are until the end of the transaction: nobody is offered who goes to somebody else meanwhile. */
  async cases(tx: Tx, orderId: string, caseIds: readonly string[]): Promise<ProposedCase[]> {
    return tx.query<ProposedCase & Record<string, unknown>>(
      `select c.id as "caseId", c.worker_id as "workerId", c.stage, c.province_code as "provinceCode", c.commune_code as "communeCode", c.agency_id as "agencyId", p.state as earlier
         from case_file c left join order_proposal p on p.case_id = c.id and p.order_id = $1 where c.id = any ($2::uuid[]) order by c.id for share of c`,
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

  /** Newest first. `at`: the moment as the cursor needs it. */
  async list(
    tx: Tx,
    { orderId, state, after, limit }: { orderId?: string; state?: ProposalState; after?: MomentCursor; limit: number },
  ): Promise<(ProposalLine & { at: string })[]> {
    return tx.query<ProposalLine & { at: string } & Record<string, unknown>>(
      `select p.id, p.order_id as "orderId", o.code as "orderCode", o.title as "orderTitle", p.case_id as "caseId", p.state, p.profile, p.reason, p.note, p.proposed_at as "proposedAt",
         p.proposed_at::text as at
         from order_proposal p join job_order o on o.id = p.order_id
        where ($1::uuid is null or p.order_id = $1) and ($2::text is null or p.state = $2) and ($3::text is null or (p.proposed_at, p.id) < ($3::timestamptz, $4::uuid))
        order by p.proposed_at desc, p.id desc limit $5`,
      [orderId ?? null, state ?? null, after?.at ?? null, after?.id ?? null, limit],
    );
  },

  async find(tx: Tx, id: string): Promise<StoredProposal | undefined> {
    const rows = await tx.query<StoredProposal & Record<string, unknown>>(
      `select id, case_id as "caseId", agency_id as "agencyId", order_id as "orderId", state from order_proposal where id = $1`,
      [id],
    );
    return rows[0];
  },

  async lock(tx: Tx, id: string): Promise<ProposalState | undefined> {
    const rows = await tx.query<{ state: ProposalState }>(`select state from order_proposal where id = $1 for update`, [id]);
    return rows[0]?.state;
  },

  /** False: somebody answers for the case already, or it stands elsewhere by now. */
  async admit(tx: Tx, id: string): Promise<boolean> {
    const [row] = await tx.query<{ admitted: boolean }>(`select admit_candidate($1) as admitted`, [id]);
    return row!.admitted;
  },

  /** Of somebody declined the agency keeps nothing. */
  async answer(tx: Tx, id: string, state: 'accepted' | 'declined', reason: DeclineReason | null, note: string | null): Promise<void> {
    await tx.execute(
      `update order_proposal set state = $2, reason = $3, note = coalesce($4, note), answered_by = $5, answered_at = now(), profile = case when $2 = 'accepted' then profile else '{}' end
        where id = $1`,
      [id, state, reason, note, tx.actor.accountId],
    );
  },

  /** The same agency's other offers of a person whom it has now; those of others end with the case itself. */
  async withdrawOthers(tx: Tx, id: string, caseId: string): Promise<void> {
    await tx.execute(
      `update order_proposal set state = 'withdrawn', profile = '{}', answered_at = now() where case_id = $2 and id <> $1 and state = 'proposed'`,
      [id, caseId],
    );
  },
};
