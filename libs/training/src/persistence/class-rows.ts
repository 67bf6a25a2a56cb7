import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { ClassKind, ClassLine, ClassState, ClassTerms, SeatLine, SeatState, SessionLine } from '../domain/training-class';

export interface LockedClass extends ClassTerms {
  id: string;
  state: ClassState;
  agencyId: string | null;
  taken: number;
  requiredPeriods: number | null;
  own: boolean;
  today: LocalDate;
}

export interface CandidateRow {
  caseId: string;
  beforeExit: boolean;
  market: string | null;
  inOtherClass: boolean;
  seat: SeatState | null;
}

const OWN = `(k.organisation_id = nullif(current_setting('benve.organisation', true), '')::uuid)`;
const LINE = `k.id, k.kind, k.title, k.market, k.occupation, k.place, k.starts_on as "startsOn", k.ends_on as "endsOn", k.seats, k.trainers, k.state,
  o.name as "organisationName", k.required_periods as "requiredPeriods", k.taken,
  (select count(*)::int from class_seat s where s.class_id = k.id and s.state = 'waiting') as waiting,
  (select count(*)::int from training_certificate t where t.class_id = k.id) as certified, ${OWN} as own`;

export const ClassRows = {
  async insert(tx: Tx, id: string, terms: ClassTerms, more: { requestId: string; requiredPeriods: number | null }): Promise<boolean> {
    const { scope } = tx.actor;
    return (
      (await tx.execute(
        `insert into training_class (id, province_code, agency_id, organisation_id, kind, title, market, occupation, place, starts_on, ends_on, seats, trainers, required_periods, request_id, account_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict (request_id) do nothing`,
        [
          id,
          scope.kind === 'province' ? scope.province : null,
          scope.kind === 'agency' ? scope.agencyId : null,
          tx.actor.organisationId,
          terms.kind,
          terms.title,
          terms.market,
          terms.occupation,
          terms.place,
          terms.startsOn,
          terms.endsOn,
          terms.seats,
          terms.trainers,
          more.requiredPeriods,
          more.requestId,
          tx.actor.accountId,
        ],
      )) === 1
    );
  },

  async idOfRequest(tx: Tx, requestId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(`select id from training_class where request_id = $1`, [requestId]);
    return row?.id;
  },

  /** Holds everybody else who gives out seats of the class back. */
  async lock(tx: Tx, classId: string): Promise<LockedClass | undefined> {
    const [row] = await tx.query<LockedClass & Record<string, unknown>>(
      `select k.id, k.state, k.kind, k.title, k.market, k.occupation, k.place, k.starts_on as "startsOn", k.ends_on as "endsOn", k.seats, k.trainers,
         k.agency_id as "agencyId", k.taken, k.required_periods as "requiredPeriods", ${OWN} as own, business_day() as today
         from training_class k where k.id = $1 for no key update`,
      [classId],
    );
    return row;
  },

  /** Newest first; `open` before the rest. */
  async list(tx: Tx, filter: { kind?: ClassKind; state?: ClassState }, limit: number): Promise<ClassLine[]> {
    return tx.query<ClassLine & Record<string, unknown>>(
      `select ${LINE} from training_class k join organisation o on o.id = k.organisation_id
        where ($1::text is null or k.kind = $1) and ($2::text is null or k.state = $2) order by k.state <> 'open', k.starts_on desc, k.id limit $3`,
      [filter.kind ?? null, filter.state ?? null, limit],
    );
  },

  async find(tx: Tx, classId: string): Promise<(ClassLine & { today: LocalDate }) | undefined> {
    const [row] = await tx.query<ClassLine & { today: LocalDate } & Record<string, unknown>>(
      `select ${LINE}, business_day() as today from training_class k join organisation o on o.id = k.organisation_id where k.id = $1`,
      [classId],
    );
    return row;
  },

  async setState(tx: Tx, classId: string, state: ClassState): Promise<void> {
    await tx.execute(`update training_class set state = $2 where id = $1`, [classId, state]);
  },

  async sessions(tx: Tx, classId: string): Promise<SessionLine[]> {
    return tx.query<SessionLine & Record<string, unknown>>(
      `select id, held_on as "heldOn", part, periods, topic, trainer, taken_at is not null as taken from class_session where class_id = $1
        order by held_on, array_position(array['MORNING', 'AFTERNOON', 'EVENING'], part)`,
      [classId],
    );
  },

  /** A planned half day; one that is there already gets its new words while nobody took attendance. */
  async planSession(tx: Tx, classId: string, id: string, s: Omit<SessionLine, 'id' | 'taken'>): Promise<void> {
    await tx.execute(
      `insert into class_session as c (id, class_id, held_on, part, periods, topic, trainer) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint class_session_once_unique do update set periods = excluded.periods, topic = excluded.topic, trainer = excluded.trainer
         where c.taken_at is null`,
      [id, classId, s.heldOn, s.part, s.periods, s.topic, s.trainer],
    );
  },

  /** Everybody with a place in the class that the reader sees, seated first, by given name; what they missed and got. */
  async people(tx: Tx, classId: string): Promise<SeatLine[]> {
    return tx.query<SeatLine & Record<string, unknown>>(
      `select s.case_id as "caseId", c.code as "caseCode", c.worker_id as "workerId", w.full_name as "fullName", w.birth_date as "birthDate", u.name as "communeName",
         o.name as "agencyName", c.stage, s.state, s.result, s.score, coalesce(m.missed, '{}') as "absentFrom",
         (select coalesce(sum(e.periods), 0)::int from class_session e where e.class_id = s.class_id and e.taken_at is not null and (s.state = 'seated' or e.taken_at <= s.asked_at) and not e.id = any (coalesce(m.missed, '{}'))) as "attendedPeriods",
         t.number as "certificateNumber"
         from class_seat s join case_file c on c.id = s.case_id join worker w on w.id = c.worker_id
         left join organisation o on o.id = c.agency_id
         left join admin_unit u on u.level = 'commune' and u.code = c.commune_code and business_day() between u.valid_from and u.valid_to
         left join training_certificate t on t.class_id = s.class_id and t.case_id = s.case_id
         left join lateral (select array_agg(a.session_id) as missed from class_absence a join class_session e on e.id = a.session_id where e.class_id = s.class_id and a.case_id = s.case_id) m on true
        where s.class_id = $1 order by s.state <> 'seated', s.state <> 'waiting', case when s.state = 'waiting' then s.ordinal end, w.sort_key, s.case_id`,
      [classId],
    );
  },
};
