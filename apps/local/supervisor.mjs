// Programs that run beside the launcher: started detached (a terminal's Ctrl-C must not reach them before us), restarted when they die.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATA } from './places.mjs';
import { remember } from './process-record.mjs';

const GIVE_UP_AFTER = 5;
const WITHIN_MS = 60_000;
const BIG_LOG = 20_000_000;

export class Supervisor {
  #programs = [];
  #closing = false;

  /** @param {(name: string, log: string) => void} giveUp called when a program keeps dying */
  constructor(giveUp) {
    this.giveUp = giveUp;
  }

  /** Runs a Node program under this name; its output goes to logs/<name>.log. */
  program(name, script, env, flags = ['--enable-source-maps']) {
    const log = join(DATA, 'logs', `${name}.log`);
    void this.watch(
      name,
      async () => {
        if (existsSync(log) && statSync(log).size > BIG_LOG) renameSync(log, `${log}.1`);
        const out = openSync(log, 'a', 0o600);
        const child = spawn(process.execPath, [...flags, script], {
          env,
          stdio: ['ignore', out, out],
          detached: true,
        });
        closeSync(out);
        return child;
      },
      log,
    );
  }

  /** Keeps something alive: `start` gives its child process each time. */
  watch(name, start, log, first) {
    const program = { name, child: undefined, deaths: [] };
    this.#programs.push(program);
    const run = async (given) => {
      const child = given ?? (await start());
      program.child = child;
      remember(name, child.pid);
      child.once('exit', () => {
        if (this.#closing) return;
        const now = Date.now();
        program.deaths = [...program.deaths.filter((at) => now - at < WITHIN_MS), now];
        if (program.deaths.length >= GIVE_UP_AFTER) return this.giveUp(name, lastLines(log));
        setTimeout(() => {
          if (!this.#closing) run().catch(() => this.giveUp(name, lastLines(log)));
        }, 500 * program.deaths.length);
      });
    };
    return run(first);
  }

  /** How often a program has died lately: a start that cannot work shows itself here. */
  deaths(name) {
    return this.#programs.find((program) => program.name === name)?.deaths.length ?? 0;
  }

  /** Ends the named programs together, politely for ten seconds, then by force. */
  async stop(names) {
    this.#closing = true;
    const chosen = this.#programs.filter((program) => names.includes(program.name) && program.child);
    await Promise.all(chosen.map(({ child }) => endChild(child)));
  }
}

export function endChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
  });
}

/** The last words of a program, for people: log records are left out where it also said it plainly, and nothing is said twice. */
export function lastLines(log, count = 6) {
  if (!log || !existsSync(log)) return '';
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-40);
  const plain = lines.filter((line) => !line.startsWith('{') && !line.startsWith('    at '));
  return [...new Set(plain.length ? plain : lines)].slice(-count).join('\n');
}
