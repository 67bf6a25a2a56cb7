import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '../..');

export interface ChildOptions {
  database: string;
  today: string;
  mutation?: 'skip-outbox' | 'forget-existing';
  env?: Record<string, string>;
}

/** A sweeping process of its own, warm and waiting. */
export class SweepProcess {
  private readonly lines: AsyncIterableIterator<string>;

  private constructor(private readonly child: ChildProcess) {
    this.lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  }

  static async start({ database, today, mutation, env }: ChildOptions): Promise<SweepProcess> {
    const child = spawn(process.execPath, ['-r', './test/support/register-ts.cjs', 'test/support/sweep-child.ts'], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, SWEEP_DATABASE: database, SWEEP_TODAY: today, SWEEP_MUTATION: mutation ?? '', ...env },
    });
    const self = new SweepProcess(child);
    await self.answer();
    return self;
  }

  get name(): string {
    return `sweep-child-${this.child.pid}`;
  }

  begin(asOf?: string): void {
    this.child.stdin!.write(`go${asOf ? ` ${asOf}` : ''}\n`);
  }

  /** The next line the process says; undefined when it died. */
  async answer(): Promise<Record<string, unknown> | undefined> {
    const { value, done } = (await this.lines.next()) as IteratorResult<string, undefined>;
    return done || value === undefined ? undefined : (JSON.parse(value) as Record<string, unknown>);
  }

  async run(asOf?: string): Promise<Record<string, unknown>> {
    this.begin(asOf);
    const result = await this.answer();
    if (!result || 'error' in result) throw new Error(`the sweep process failed: ${JSON.stringify(result)}`);
    return result;
  }

  /** SIGKILL: no handler, no flush, no goodbye. */
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.stdin!.end();
    await gone;
  }
}
