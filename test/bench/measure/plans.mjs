// Plans of the statements a work really ran, parameters and row security included: the server itself writes them to its log.
import { closeSync, mkdirSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../place/connect.mjs';

const EXPLAIN = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_timing': 'on',
  'auto_explain.log_triggers': 'on',
  'auto_explain.log_parameter_max_length': '0',
};

/**
 * Runs `work` once with plans written down; `work` must open its own connections. Returns the costliest statements, one line each, and keeps
 * the whole in `<folder>/plans/<name>.txt`.
 */
export async function explain({ folder, database, name, work, top = 4 }) {
  const db = await connect(database.urls.superuser);
  const log = join(folder, 'postgres.log');
  for (const [key, value] of Object.entries(EXPLAIN)) await db.query(`alter database ${database.name} set ${key} = '${value}'`);
  const from = statSync(log).size;
  try {
    await work();
  } finally {
    for (const key of Object.keys(EXPLAIN)) await db.query(`alter database ${database.name} reset ${key}`);
    await db.end();
  }
  const text = readFrom(log, from);
  mkdirSync(join(folder, 'plans'), { recursive: true });
  writeFileSync(join(folder, 'plans', `${name}.txt`), text);
  return summarise(text).slice(0, top);
}

function readFrom(path, from) {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(statSync(path).size - from);
    readSync(handle, bytes, 0, bytes.length, from);
    return bytes.toString('utf8');
  } finally {
    closeSync(handle);
  }
}

function summarise(text) {
  const statements = text.split(/^(?=\d{4}-\d\d-\d\d .*?LOG: {2}duration: )/m).flatMap((entry) => {
    const took = /duration: ([\d.]+) ms {2}plan:/.exec(entry);
    if (!took) return [];
    const query = /Query Text: ([\s\S]*?)\n\t[^\n]*\(cost=/.exec(entry)?.[1] ?? '';
    return [
      {
        ms: Number(took[1]),
        query: query.replace(/\s+/g, ' ').slice(0, 90),
        buffers: /Buffers: ([^\n]+)/.exec(entry)?.[1] ?? '',
      },
    ];
  });
  return statements.sort((a, b) => b.ms - a.ms).map(({ ms, query, buffers }) => `${ms.toFixed(1)} ms | ${buffers} | ${query}`);
}
