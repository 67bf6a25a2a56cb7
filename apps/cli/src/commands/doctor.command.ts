import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { DatabaseWalls } from '@app/identity';
import { createDataSource, Heartbeats, readKeyFile, TransactionRunner, type AppConfig } from '@app/platform';
import { systemActor } from '@app/kernel';
import { MIGRATIONS } from '@migrations';
import type { Command, CommandContext } from '../command';
import { connectionOf } from '../connection-of';

/** One thing looked at: `warn` needs an eye, `fail` needs a hand. */
interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly detail: string;
}
type Look = () => Promise<Finding['detail'] | Omit<Finding, 'check'>>;

const GIGABYTE = 1_073_741_824;
const warn = (detail: string) => ({ state: 'warn', detail }) as const;
const fail = (detail: string) => ({ state: 'fail', detail }) as const;

/** Looks at everything an installation leans on and says in one line each what is wrong and what to do. Exit 1 when something fails. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor                                 look at everything this installation leans on',
  async run(context) {
    const findings: Finding[] = [];
    for (const [check, look] of Object.entries(checks(context))) {
      const found = await look().catch((error: Error) => fail(error.message));
      findings.push({ check, ...(typeof found === 'string' ? { state: 'ok', detail: found } : found) });
    }
    const failed = findings.some(({ state }) => state === 'fail');
    const text = findings.map(({ check, state, detail }) => `${state.padEnd(4)} ${check.padEnd(18)} ${detail}`).join('\n');
    return { json: { healthy: !failed, findings }, text, exit: failed ? 1 : 0 };
  },
};

function checks(context: CommandContext): Record<string, Look> {
  const { config } = context;
  const asJobs = async <R>(sql: string): Promise<R[]> => {
    const runner = (await context.application('jobs')).get(TransactionRunner);
    return runner.run(systemActor('doctor'), (tx) => tx.query(sql) as Promise<R[]>);
  };
  return {
    node: async () =>
      Number(process.versions.node.split('.')[0]) >= 24
        ? process.version
        : warn(`${process.version}: Node.js 24 is what this was proven on`),
    keys: async () => keys(config),
    disk: async () => disk(config.BENVE_DATA_DIR ?? '.'),
    database: async () => {
      const [row] = await asJobs<{ version: number; text: string; vi: boolean }>(
        `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_version') as text, exists (select from pg_collation where collname = 'vi-x-icu') as vi`,
      );
      if (row!.version < 16) return fail(`PostgreSQL ${row!.text}: 16 or newer is needed`);
      return row!.vi ? `PostgreSQL ${row!.text}` : fail('the collation vi-x-icu is missing: a server built with ICU is needed');
    },
    schema: async () => schema(config),
    walls: async () => {
      const faults = (
        await Promise.all((['api', 'jobs'] as const).map(async (role) => (await context.application(role)).get(DatabaseWalls).faults()))
      ).flat();
      return faults.length ? fail(faults.join('; ')) : 'row security is forced, runtime roles own nothing';
    },
    rules: async () => {
      const [row] = await asJobs<{ rules: number; uncertain: number; holidays: number }>(
        `select count(*)::int as rules, count(*) filter (where not certain)::int as uncertain, (select count(*)::int from holiday where day > business_day()) as holidays from policy_rule`,
      );
      if (!row!.rules) return fail('no rules: run migrate');
      return row!.holidays
        ? `${row!.rules} rules, ${row!.uncertain} of them unverified practice`
        : warn('no holiday ahead is known: working-day clocks run too fast; publish the calendar');
    },
    places: async () => {
      const [row] = await asJobs<{ communes: number; unverified: number }>(
        `select count(*)::int as communes, count(*) filter (where not verified)::int as unverified from admin_unit where level = 'commune' and business_day() between valid_from and valid_to`,
      );
      if (!row!.communes) return fail('no communes: run migrate or units import');
      return row!.unverified
        ? warn(`${row!.communes} communes, ${row!.unverified} unverified: import the official files by units import`)
        : `${row!.communes} communes`;
    },
    sweep: async () => {
      const [row] = await asJobs<{ behind: number | null; state: string }>(
        `select business_day() - business_day as behind, state from sweep_run where sweep = 'overstay' order by business_day desc limit 1`,
      );
      if (!row) return warn('the overstay sweep has never run');
      return row.state !== 'done' || row.behind! > 1
        ? warn(`last overstay sweep: ${row.state}, ${row.behind} day(s) ago: is the jobs process running?`)
        : `last overstay sweep ${row.behind} day(s) ago`;
    },
    outbox: async () => {
      const [row] = await asJobs<{ waiting: number; oldest: number }>(
        `select count(*)::int as waiting, coalesce(extract(epoch from now() - min(due_at))::int, 0) as oldest from outbox where done_at is null and due_at <= now()`,
      );
      return row!.oldest > 600
        ? warn(`${row!.waiting} duties wait, the oldest for ${row!.oldest} s: is the jobs process running?`)
        : `${row!.waiting} duties wait`;
    },
    background: async () => {
      const runner = (await context.application('jobs')).get(TransactionRunner);
      const beats = await runner.run(systemActor('doctor'), (tx) => Heartbeats.list(tx));
      const silent = beats.filter(({ age }) => age > 180).map(({ name }) => name);
      if (!beats.length) return warn('no sign of life of the jobs process yet');
      return silent.length ? warn(`silent for more than three minutes: ${silent.join(', ')}`) : beats.map(({ name }) => name).join(', ');
    },
    mails: async () => {
      const [row] = await asJobs<{ closed: boolean; reason: string | null; lost: number; letters: number }>(
        `select closed_since is not null as closed, reason, (select count(*)::int from delivery where state in ('dead', 'bounced')) as lost,
           (select count(*)::int from notice where state = 'letter' and printed_at is null) as letters from mail_gate`,
      );
      if (row!.closed) return warn(`the mail gate is closed (${row!.reason}): nothing leaves until somebody opens it`);
      return row!.lost ? warn(`${row!.lost} mails did not arrive, ${row!.letters} letters to print`) : `${row!.letters} letters to print`;
    },
    'mail server': async () => (config.SMTP_URL ? reachable(config.SMTP_URL, 25) : warn('SMTP_URL is not set: no mail leaves')),
    queue: async () => (config.QUEUE_BACKEND === 'redis' ? reachable(config.REDIS_URL!, 6379) : 'in PostgreSQL'),
  };
}

async function schema(config: AppConfig): Promise<Awaited<ReturnType<Look>>> {
  const dataSource = await createDataSource({
    url: connectionOf('owner', config),
    pool: 1,
    name: 'benve-doctor',
  }).initialize();
  try {
    const rows: { name: string }[] = await dataSource.query(`select name from migrations`);
    const missing = MIGRATIONS.map(({ name }) => name).filter((name) => !rows.some((row) => row.name === name));
    return missing.length ? fail(`missing: ${missing.join(', ')}: run migrate`) : `${rows.length} migrations`;
  } finally {
    await dataSource.destroy();
  }
}

function keys(config: AppConfig): Awaited<ReturnType<Look>> {
  if (!config.BENVE_KEYS_FILE) return fail('BENVE_KEYS_FILE is not set: keys create <file>');
  const { older } = readKeyFile(config.BENVE_KEYS_FILE);
  const open = process.platform !== 'win32' && (statSync(config.BENVE_KEYS_FILE).mode & 0o077) !== 0;
  return open ? warn(`${config.BENVE_KEYS_FILE} can be read by others: chmod 600`) : `${1 + older.size} key(s)`;
}

function disk(folder: string): Awaited<ReturnType<Look>> {
  accessSync(folder, constants.W_OK);
  const { bavail, bsize } = statfsSync(folder);
  const free = (bavail * bsize) / GIGABYTE;
  return free < 2 ? warn(`${free.toFixed(1)} GB free in ${folder}`) : `${free.toFixed(0)} GB free`;
}

function reachable(address: string, usual: number): Promise<Awaited<ReturnType<Look>>> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || usual), timeout: 3_000 });
    const end = (answer: Awaited<ReturnType<Look>>) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', () => end(`${hostname}:${port || usual} answers`));
    socket.on('timeout', () => end(fail(`${hostname}:${port || usual} does not answer`)));
    socket.on('error', (error: NodeJS.ErrnoException) => end(fail(`${hostname}:${port || usual}: ${error.code}`)));
  });
}
