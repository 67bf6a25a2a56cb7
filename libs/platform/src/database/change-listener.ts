import { Client } from 'pg';
import type { Log } from '../logging/log';

export interface ListenerEvents {
  /** Text of one NOTIFY, in commit order. */
  message(payload: string): void;
  /** Listening again after a break: what was sent meanwhile is lost. */
  resumed(): void;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/** One connection of this process that does nothing but LISTEN, made anew whenever it is lost. Messages are hints: a break loses some. */
export class ChangeListener {
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private failures = 0;
  private everConnected = false;

  constructor(
    private readonly options: { url: string; channel: string; name: string },
    private readonly events: ListenerEvents,
    private readonly log: Log,
  ) {}

  /** Resolves after the first try; a database that is away is tried again without end. */
  async start(): Promise<void> {
    await this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  /** A peer that vanished without a word is noticed here: a question without an answer in five seconds ends the connection. */
  async check(): Promise<void> {
    const { client } = this;
    if (client) await client.query('select 1').catch((error: Error) => this.lost(client, error));
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.options.url,
      application_name: this.options.name,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    });
    client.on('notification', ({ payload }) => this.events.message(payload ?? ''));
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client));
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${this.options.channel}`);
    } catch (error) {
      this.lost(client, error as Error);
      return;
    }
    if (this.stopped) return void client.end().catch(() => undefined);
    this.failures = 0;
    if (this.everConnected) this.events.resumed();
    this.everConnected = true;
  }

  private lost(client: Client, error?: Error): void {
    if (this.stopped || this.client !== client) return;
    this.client = undefined;
    void client.end().catch(() => undefined);
    const wait = Math.min(FIRST_WAIT_MS * 2 ** this.failures++, LONGEST_WAIT_MS);
    this.log.warn({ err: error, wait }, 'listening connection lost');
    this.timer = setTimeout(() => void this.connect(), wait);
  }
}
