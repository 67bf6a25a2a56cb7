import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { ReferralOutcome, ReferralReason } from '../domain/referral';
import { areaSql } from './area-sql';

export interface ReferralLine {
  readonly id: string;
  readonly openingId: string;
  readonly firm: string;
  readonly occupation: string;
  readonly referredOn: LocalDate;
  readonly outcome: ReferralOutcome | null;
  readonly reason: ReferralReason | null;
  readonly note: string | null;
  readonly answeredOn: LocalDate | null;
}

export interface LockedReferral {
  readonly openingId: string;
  readonly workerId: string;
  readonly outcome: ReferralOutcome | null;
}

const OWN = `exists (select from worker w where w.id = r.worker_id and w.province_code = $1 and ($2::text[] is null or w.commune_code = any ($2)))`;

export const ReferralRows = {
  /** Newest first. */
  async ofWorker(tx: Tx, workerId: string): Promise<ReferralLine[]> {
    return tx.query<ReferralLine & Record<string, unknown>>(
      `select r.id, r.opening_id as "openingId", o.firm, o.occupation, r.referred_on as "referredOn", r.outcome, r.reason, r.note, r.answered_on as "answeredOn"
         from job_referral r join job_opening o on o.id = r.opening_id where ${OWN} and r.worker_id = $3 order by r.referred_on desc, r.recorded_at desc limit 50`,
      [...areaSql(tx.actor), workerId],
    );
  },

  /** The referral that holds a place for the person there, if any. */
  async holding(tx: Tx, openingId: string, workerId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `select id from job_referral where opening_id = $1 and worker_id = $2 and (outcome is null or outcome = 'taken')`,
      [openingId, workerId],
    );
    return row?.id;
  },

  /** `taken` of the opening follows by itself: the table counts. */
  async insert(
    tx: Tx,
    id: string,
    { openingId, workerId, requestId }: { openingId: string; workerId: string; requestId: string },
  ): Promise<void> {
    await tx.execute(
      `insert into job_referral (id, opening_id, worker_id, referred_on, referred_by, request_id) values ($1, $2, $3, business_day(), $4, $5)`,
      [id, openingId, workerId, tx.actor.accountId, requestId],
    );
  },

  /** Where the referral leads, without a lock: the opening is locked before the referral, by everybody. */
  async openingOf(tx: Tx, id: string): Promise<string | undefined> {
    const [row] = await tx.query<{ openingId: string }>(
      `select r.opening_id as "openingId" from job_referral r where ${OWN} and r.id = $3`,
      [...areaSql(tx.actor), id],
    );
    return row?.openingId;
  },

  async lock(tx: Tx, id: string): Promise<LockedReferral | undefined> {
    const [row] = await tx.query<LockedReferral & Record<string, unknown>>(
      `select r.opening_id as "openingId", r.worker_id as "workerId", r.outcome from job_referral r where ${OWN} and r.id = $3 for no key update`,
      [...areaSql(tx.actor), id],
    );
    return row;
  },

  async answer(
    tx: Tx,
    id: string,
    { outcome, reason, note }: { outcome: ReferralOutcome; reason: ReferralReason | null; note: string | null },
  ): Promise<void> {
    await tx.execute(
      `update job_referral set outcome = $2, reason = $3, note = $4, answered_on = business_day(), answered_by = $5 where id = $1`,
      [id, outcome, reason, note, tx.actor.accountId],
    );
  },
};
