import { SeedPolicies } from '@app/policy';
import { buildJobs, type BuiltJobs, JobsProcess } from './jobs-process';
import { insertOverdueCases } from './overdue-cases';
import { type BackendKind, createQueueFixture, type QueueFixture } from './queue-fixture';
import { type SmtpSink, startSmtpSink } from './smtp-sink';

export const TODAY = '2026-11-24';

/** A province with more than a thousand overdue cases, a real SMTP server and the built background program. */
export interface SweepRunFixture {
  queue: QueueFixture;
  sink: SmtpSink;
  /** @param changed other environment than the fixture's. */
  start(changed?: Record<string, string>): Promise<JobsProcess>;
  /** Forgets everything a sweep and its mails wrote. */
  reset(): Promise<void>;
  /** Asks for the sweep as an operator would. */
  ask(): Promise<void>;
  /** Every question asked, everybody told, every mail sent? */
  finished(): Promise<boolean>;
  /** Where the work stands, in words. */
  phase(): Promise<string>;
  /** Waiting times pass: leases and patience run out, whatever waits is due. */
  letTimePass(): Promise<void>;
  /** What was written and received, in keys that do not depend on the order of events. */
  picture(): Promise<Picture>;
  close(): Promise<void>;
}

export interface Picture {
  alerts: string[];
  recipients: string[];
  items: string[];
  deliveries: string[];
  /** Address and number of copies, but one for a delivery that was uncertain. */
  mails: string[];
  /** More than two copies, or a second copy that was not uncertain. */
  surplus: number;
  uncertain: number;
}

export async function createSweepRunFixture(
  kind: BackendKind,
  suite: string,
  options: { cases?: number; communes?: number; mailMs?: number } = {},
): Promise<SweepRunFixture | undefined> {
  const queue = await createQueueFixture(kind, suite, { today: TODAY });
  if (!queue) return undefined;
  const { db } = queue;
  await new SeedPolicies(db.jobs).run();
  await insertOverdueCases(db.sql, { count: options.cases ?? 1_100, today: TODAY, communes: options.communes ?? 60 });
  await db.sql('analyze');
  const sink = await startSmtpSink({ delayMs: options.mailMs ?? 80 });
  const built: BuiltJobs = buildJobs();
  const environment = {
    DATABASE_URL: db.urls.jobs,
    SMTP_URL: sink.url,
    BENVE_TODAY: TODAY,
    QUEUE_BACKEND: kind,
    LOG_LEVEL: 'info',
    ...(queue.redis ? { REDIS_URL: queue.redis.url } : {}),
  };
  const one = async <R>(sql: string) => (await db.sql<R>(sql))[0]!;
  const column = async (sql: string) => (await db.sql<{ key: string }>(sql)).map((row) => row.key).sort();
  return {
    queue,
    sink,
    start: (changed = {}) => JobsProcess.start(built, { ...environment, ...changed }),
    reset: async () => {
      await db.sql('truncate alert, alert_recipient, notice, notice_item, delivery, outbox, inbox, desk_task, sweep_run cascade');
      sink.mails.length = 0;
    },
    ask: async () => void (await db.sql(`insert into outbox (topic, payload) values ('sweeps.requested.v1', '{"sweep":"overstay"}')`)),
    finished: async () =>
      (
        await one<{
          done: boolean;
        }>(`select exists (select from sweep_run where state = 'done') and exists (select from notice)
          and not exists (select from notice where state in ('open', 'held'))
          and not exists (select from delivery where state not in ('sent', 'bounced', 'dead'))
          and not exists (select from outbox where done_at is null and topic not like 'platform.%') as done`)
      ).done,
    phase: async () => {
      const at = await one<{ asked: number; alerts: number; owed: number; open: number; going: number }>(
        `select (select count(*)::int from outbox where topic = 'sweeps.requested.v1' and enqueued_at is null and done_at is null) as asked,
           (select count(*)::int from alert) as alerts,
           (select count(*)::int from outbox where topic = 'notices.deliver.v1' and enqueued_at is null and done_at is null) as owed,
           (select count(*)::int from notice where state = 'open') as open,
           (select count(*)::int from delivery where state <> 'sent') as going`,
      );
      if (!at.alerts) return at.asked ? 'asked' : 'sweep';
      if (at.owed) return 'hand-over';
      if (at.open) return 'sealing';
      return at.going ? 'sending' : 'done';
    },
    letTimePass: async () => {
      await db.sql(
        `update outbox set enqueued_at = enqueued_at - interval '1 hour' where done_at is null and enqueued_at < now() - interval '3 seconds'`,
      );
      await db.sql(
        `update delivery set lease_until = now() - interval '1 second' where state = 'sending' and lease_until < now() + interval '175 seconds'`,
      );
      await db.sql(`update delivery set next_attempt_at = now(), created_at = created_at - interval '1 hour'
        where state in ('uncertain', 'retry') or state = 'queued' and created_at < now() - interval '3 seconds'`);
    },
    picture: async () => {
      const doubtful = await db.sql<{ message_id: string; copies: number }>(
        'select message_id, possible_copies as copies from delivery where possible_copies > 0',
      );
      const spare = new Map(doubtful.map((row) => [row.message_id, row.copies]));
      const copies = new Map<string, { to: string; count: number }>();
      for (const mail of sink.mails) copies.set(mail.messageId, { to: mail.to, count: (copies.get(mail.messageId)?.count ?? 0) + 1 });
      return {
        alerts: await column(
          `select concat_ws(' ', c.code, a.rule, a.target_date, a.due_on, a.state, a.owner, a.answer_by) as key from alert a join case_file c on c.id = a.case_id`,
        ),
        recipients: await column(
          `select concat_ws(' ', c.code, a.rule, a.target_date, r.role, r.addressee, r.told_on) as key from alert_recipient r join alert a on a.id = r.alert_id join case_file c on c.id = a.case_id`,
        ),
        items: await column(
          `select concat_ws(' ', n.addressee, n.kind, n.day, n.ordinal, n.state, i.kind, i.case_code, i.due_on, i.verifying) as key from notice n join notice_item i on i.notice_id = n.id`,
        ),
        deliveries: await column(
          `select concat_ws(' ', n.addressee, n.kind, n.day, n.ordinal, d.address, d.state) as key from delivery d join notice n on n.id = d.notice_id`,
        ),
        mails: [...copies.values()].map(({ to }) => to).sort(),
        surplus: [...copies].filter(([id, { count }]) => count > 1 + Math.min(1, spare.get(id) ?? 0)).length,
        uncertain: doubtful.length,
      };
    },
    close: async () => {
      await sink.close();
      await queue.close();
      built.remove();
    },
  };
}
