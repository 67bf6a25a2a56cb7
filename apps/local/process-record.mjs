// What this installation has started, on disk: after a hard kill the next start finds and ends what was left behind.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beganAt, send } from './liveness.mjs';
import { DATA } from './places.mjs';

const FILE = join(DATA, 'processes.json');

function read() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return { environment: {}, processes: [] };
  }
}

function write(record) {
  const draft = `${FILE}.new`;
  writeFileSync(draft, JSON.stringify(record, null, 2), { mode: 0o600 });
  renameSync(draft, FILE);
}

/** Remembers a process of ours under its name (a restarted one takes the place of the old). */
export function remember(name, pid) {
  const record = read();
  record.processes = [...record.processes.filter((one) => one.name !== name), { name, pid, began: beganAt(pid) }];
  write(record);
}

/** The environment of the running server, for commands that use its services. Holds passwords: readable by its owner only. */
export function rememberEnvironment(environment) {
  write({ ...read(), environment });
}

export const runningEnvironment = () => read().environment;

export function forgetAll() {
  if (existsSync(FILE)) write({ environment: {}, processes: [] });
}

/** Ends what a killed launcher left running: only processes that are certainly ours, politely, then by force. Returns their names. */
export async function endOrphans() {
  const orphans = read().processes.filter(({ pid, began }) => began !== undefined && beganAt(pid) === began);
  const living = () => orphans.filter(({ pid, began }) => beganAt(pid) === began);
  for (const { pid } of orphans) send(pid, 'SIGTERM');
  for (let waited = 0; living().length && waited < 8_000; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
  for (const { pid } of living()) send(pid, 'SIGKILL');
  forgetAll();
  return orphans.map(({ name }) => name);
}
