import type { Log } from '@app/platform';

/** Does something again and again, never twice at once; a failure is logged and the next round comes all the same. */
export class Repeat {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = true;

  constructor(
    private readonly what: string,
    private readonly everyMs: number,
    private readonly round: () => Promise<void>,
    private readonly log: Log,
  ) {}

  start(): void {
    this.stopped = false;
    this.plan(0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private plan(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round()
        .catch((error: unknown) => this.log.error({ what: this.what, err: error }, 'round failed'))
        .then(() => this.plan(this.everyMs));
    }, ms);
  }
}
