import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyFile } from '@app/platform';

let builds = 0;
const ROOT = join(__dirname, '../..');

export interface BuiltJobs {
  main: string;
  keysFile: string;
  remove(): void;
}

/** Builds the programs and takes a copy that nobody rebuilds while it runs. */
export function buildJobs(): BuiltJobs {
  const built = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `const { ensureBuild } = await import('./apps/local/build.mjs'); await ensureBuild();`],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (built.status !== 0) throw new Error(`the build failed: ${built.stderr}`);
  const folder = join(ROOT, '.data', `jobs-${process.pid}-${++builds}`);
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'dist'), folder, { recursive: true });
  const keysFile = join(mkdtempSync(join(tmpdir(), 'benve-keys-')), 'keys.json');
  createKeyFile(keysFile);
  return {
    main: join(folder, 'apps/jobs/src/main.js'),
    keysFile,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The background program as a process of its own, which can be killed. */
export class JobsProcess {
  private output = '';

  private constructor(private readonly child: ChildProcess) {
    child.stderr!.on('data', (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-200_000)));
  }

  static async start(built: BuiltJobs, environment: Record<string, string>): Promise<JobsProcess> {
    const child = spawn(process.execPath, [built.main], {
      env: {
        PATH: process.env.PATH,
        TZ: 'UTC',
        BENVE_KEYS_FILE: built.keysFile,
        MAIL_FROM: 'Bến Về <no-reply@benve.test>',
        DATABASE_POOL: '6',
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const process_ = new JobsProcess(child);
    await process_.says('background program started', 30_000);
    return process_;
  }

  get log(): string {
    return this.output;
  }

  async says(text: string, ms: number): Promise<void> {
    const end = Date.now() + ms;
    while (!this.output.includes(text)) {
      if (this.child.exitCode !== null) throw new Error(`the program ended with ${this.child.exitCode}: ${this.output.slice(-2_000)}`);
      if (Date.now() > end) throw new Error(`the program did not say "${text}": ${this.output.slice(-2_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** As a deployment ends it; returns the milliseconds it took. */
  async stop(): Promise<number> {
    const began = Date.now();
    await this.end('SIGTERM');
    return Date.now() - began;
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill(signal);
    await ended;
  }
}
