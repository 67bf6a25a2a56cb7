// Brings the database up to the build that is about to run, and seeds what every installation needs.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DIST } from './places.mjs';

const require = createRequire(import.meta.url);
const MAIN = join(DIST, 'apps/cli/src/main.js');

/** Runs one operator command of the build; its document, or an error with what it said. `running` lets the caller end it. */
export function command(words, environment, running = () => undefined) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', MAIN, ...words, '--json'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running(child);
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      let document;
      try {
        document = JSON.parse(out);
      } catch {
        // said nothing readable: stderr tells
      }
      if (code === 0) return resolve(document);
      reject(
        Object.assign(new Error(`cli ${words.join(' ')}: ${err.trim() || document?.error?.message || `ended with ${code}`}`), {
          code: document?.error?.code,
        }),
      );
    });
  });
}

/** What has been done to the embedded database, kept with the database itself: deleting the one forgets the other. */
async function onServer(server, work) {
  const { Client } = require('pg');
  const client = new Client({ connectionString: server.url('benve') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function readMarks(server) {
  const found = await onServer(server, (db) =>
    db.query(`select shobj_description(oid, 'pg_database') as marks from pg_database where datname = current_database()`),
  );
  try {
    return JSON.parse(found.rows[0].marks) ?? {};
  } catch {
    return {};
  }
}

export async function writeMarks(server, marks) {
  await onServer(server, (db) => db.query(`comment on database benve is '${JSON.stringify(marks).replaceAll("'", "''")}'`));
}

/** Migrates and seeds rules and places, unless this very build has done so. Returns the marks. */
export async function ensureSchema(server, build, environment, running) {
  const marks = await readMarks(server);
  if (marks.build === build) return marks;
  await command(['migrate'], environment, running);
  await writeMarks(server, { ...marks, build });
  return { ...marks, build };
}
