import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { type ArmStart, rankOf, type WorkArm, type WorkDesk } from '../domain/work-arms';
import { COUNT_CAP, WORK_KINDS, type WorkBucket, type WorkKind } from '../domain/work-row';
import { TODAY_TASKS } from '../domain/work-texts';
import { Statement } from './statement';

/** Whose queue is read: every arm states the place itself, row security filters once more. */
export interface WorkPlace {
  readonly desk: WorkDesk;
  readonly organisationId: string;
  readonly by: { column: 'province_code' | 'commune_code' | 'agency_id'; values: readonly string[] };
}

export interface WorkQuery {
  readonly place: WorkPlace;
  readonly arms: readonly { readonly arm: WorkArm; readonly start?: ArmStart }[];
  readonly code?: string;
  /** Rows put off in place of the others. */
  readonly hidden: boolean;
  /** One row by its id. */
  readonly id?: string;
}

export interface WorkHit {
  readonly kind: WorkKind;
  readonly bucket: WorkBucket;
  readonly id: string;
  readonly code: string;
  /** `infinity`: no deadline. */
  readonly due: string;
  readonly hiddenUntil: LocalDate | null;
}

const DESKS: readonly WorkDesk[] = ['centre', 'department', 'agency', 'commune'];

/**
 * The queue of a desk. For a province each kind, bucket and asked office is one range of an index, merged in order and never sorted as a whole;
 * a commune's or an agency's open questions are few: they are read once.
 */
export const WorkRows = {
  async today(tx: Tx): Promise<LocalDate> {
    return (await tx.query<{ today: LocalDate }>(`select business_day() as today`, [], 'business_day'))[0]!.today;
  },

  async page(tx: Tx, query: WorkQuery, limit: number): Promise<WorkHit[]> {
    if (query.arms.length === 0) return [];
    const s = new Statement();
    const arms = armsSql(query, s, limit);
    return tx.query<WorkHit & Record<string, unknown>>(
      `${arms.opened} select q.kind, q.bucket, coalesce(q.num::text, q.uid::text) as id, q.code, q.due::text as due, q.hidden_until as "hiddenUntil"
         from (${arms.union}) q order by q.rank, q.due, q.kind_rank, q.num, q.uid limit ${s.value(limit, 'int')}`,
      s.values,
    );
  },

  /** Whether there is such a thing for the actor, waiting or not. */
  async exists(tx: Tx, kind: WorkKind, id: string): Promise<boolean> {
    const tables: Record<WorkKind, string> = {
      alert: 'alert where id = $1::bigint',
      task: 'desk_task where id = $1::bigint',
      proposal: 'overstay_confirmation where id = $1::uuid',
      batch: 'import_batch where id = $1::uuid',
    };
    return (await tx.query(`select from ${tables[kind]}`, [id])).length > 0;
  },

  /** How many rows of each kind, code and bucket; an arm stops counting at {@link COUNT_CAP}. */
  async count(tx: Tx, query: WorkQuery): Promise<{ kind: WorkKind; code: string; bucket: WorkBucket; rows: number }[]> {
    const s = new Statement();
    const arms = armsSql(query, s, COUNT_CAP);
    return tx.query(
      `${arms.opened} select q.kind, q.code, q.bucket, count(*)::int as rows from (${arms.union}) q group by q.rank, q.kind_rank, q.kind, q.bucket, q.code
        order by q.rank, q.kind_rank, rows desc, q.code`,
      s.values,
    );
  },
};

function armsSql(query: WorkQuery, s: Statement, limit: number): { opened: string; union: string } {
  const { place } = query;
  const few = place.by.column !== 'province_code' && query.arms.some(({ arm }) => arm.kind === 'alert');
  const opened = few
    ? `with opened as materialized (select a.id, a.queue_due, a.rule, a.owner from case_file c join alert a on a.case_id = c.id
         where ${placeSql(place, 'c', s)} and a.state = 'open')`
    : '';
  return { opened, union: query.arms.map((one) => armSql(one, query, s, limit)).join(' union all ') };
}

interface ArmSource {
  readonly from: string;
  /** Bigint or uuid key of the row, and the deadline, as columns of the index. */
  readonly key: string;
  readonly due: string;
  readonly code: string;
  readonly where: readonly (string | undefined)[];
}

function armSql({ arm, start }: WorkQuery['arms'][number], query: WorkQuery, s: Statement, limit: number): string {
  const { place } = query;
  const source = SOURCES[arm.kind](arm, place, s);
  const numbered = arm.kind === 'alert' || arm.kind === 'task';
  const keyType = numbered ? 'bigint' : 'uuid';
  const { due, key } = source;
  const putOff = query.id === undefined ? putOffSql(arm.kind, key, s.value(place.organisationId, 'uuid')) : undefined;
  const where = [
    ...source.where,
    arm.after && `${due} > ${s.value(arm.after, 'date')}`,
    arm.until && `${due} <= ${s.value(arm.until, 'date')}`,
    start && `(${due}, ${key}) > (${s.value(start.due, 'date')}, ${s.value(start.id, keyType)})`,
    query.code && `${source.code} = ${s.value(query.code, 'text')}`,
    query.id && `${key} = ${s.value(query.id, keyType)}`,
    putOff && `${query.hidden ? '' : 'not '}exists (${putOff})`,
  ].filter(Boolean);
  const columns = [
    `'${arm.kind}'::text as kind, ${WORK_KINDS.indexOf(arm.kind)} as kind_rank, '${arm.bucket}'::text as bucket, ${rankOf(arm.bucket)} as rank`,
    `${numbered ? key : 'null::bigint'} as num, ${numbered ? 'null::uuid' : key} as uid, ${source.code} as code, ${due} as due`,
    `${query.hidden && putOff ? `(${putOff})` : 'null::date'} as hidden_until`,
  ];
  const one = `select ${columns.join(', ')} from ${source.from} where ${where.join(' and ')} order by ${due}, ${key} limit ${s.value(limit, 'int')}`;
  if (arm.kind !== 'alert') return `(${one})`;
  return `(select x.* from unnest(${s.value(askedDesks(arm, place.desk), 'text[]')}) as asked (owner), lateral (${one}) x)`;
}

/** Whose answer the questions of an arm wait for. */
const askedDesks = (arm: WorkArm, own: WorkDesk): WorkDesk[] => (arm.bucket === 'waiting' ? DESKS.filter((desk) => desk !== own) : [own]);

const putOffSql = (kind: WorkKind, key: string, organisation: string): string =>
  `select z.hidden_until from work_snooze z where z.organisation_id = ${organisation} and z.kind = '${kind}' and z.ref = (${key})::text
      and z.hidden_until > business_day()`;

const placeSql = ({ by }: WorkPlace, alias: string, s: Statement): string =>
  by.values.length === 1
    ? `${alias}.${by.column} = ${s.value(by.values[0], by.column === 'agency_id' ? 'uuid' : 'text')}`
    : `${alias}.${by.column} = any (${s.value(by.values, by.column === 'agency_id' ? 'uuid[]' : 'text[]')})`;

const NO_DEADLINE = `'infinity'::date`;

const SOURCES: Readonly<Record<WorkKind, (arm: WorkArm, place: WorkPlace, s: Statement) => ArmSource>> = {
  alert: (arm, place, s) => ({
    from: place.by.column === 'province_code' ? 'alert a' : 'opened a',
    key: 'a.id',
    due: 'a.queue_due',
    code: 'a.rule',
    where: [
      place.by.column === 'province_code' ? `${placeSql(place, 'a', s)} and a.state = 'open'` : undefined,
      'a.owner = asked.owner',
      arm.bucket === 'waiting'
        ? `exists (select from alert_recipient r where r.alert_id = a.id and r.role = ${s.value(place.desk, 'text')})`
        : undefined,
    ],
  }),
  task: (arm, place, s) => ({
    from: 'desk_task t',
    key: 't.id',
    due: 't.queue_due',
    code: 't.kind',
    where: [
      placeSql(place, 't', s),
      `t.desk = ${s.value(place.desk, 'text')} and t.state = 'open' and t.kind <> 'RELEASE_NOTICES'`,
      arm.bucket === 'today' ? `t.queue_due = ${NO_DEADLINE} and t.kind = any (${s.value(TODAY_TASKS, 'text[]')})` : undefined,
      arm.bucket === 'later' ? `not (t.queue_due = ${NO_DEADLINE} and t.kind = any (${s.value(TODAY_TASKS, 'text[]')}))` : undefined,
    ],
  }),
  proposal: (_, place, s) => ({
    from: 'overstay_confirmation p join case_file c on c.id = p.case_id',
    key: 'p.id',
    due: NO_DEADLINE,
    code: `'OVERSTAY_PROPOSAL'::text`,
    where: [placeSql(place, 'c', s), 'p.decision is null'],
  }),
  batch: (_, place, s) => ({
    from: `(select distinct n.held_batch as id from notice n where ${placeSql(place, 'n', s)} and n.state = 'held'
      and not exists (select from notice_release r where r.batch_id = n.held_batch)) b`,
    key: 'b.id',
    due: NO_DEADLINE,
    code: `'HELD_BATCH'::text`,
    where: [],
  }),
};
