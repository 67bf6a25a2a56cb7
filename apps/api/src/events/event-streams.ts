import { PassThrough, type Readable } from 'node:stream';
import { type AccessChange, CHANGE_CHANNEL, type Change, type Hint, HINT_TOPICS, hintsFor, Sessions } from '@app/identity';
import type { Actor } from '@app/kernel';
import { AppConfig, ChangeListener, createLog } from '@app/platform';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

/** Browser tabs of one account; one more closes the oldest. */
export const STREAMS_PER_ACCOUNT = 6;
const BEAT_MS = 20_000;
/** Hints of one moment leave together and once: a page asks again once, not twenty times. */
const GATHER_MS = 100;
/** A browser that takes nothing any more is let go; it comes back and asks for everything. */
const MOST_WAITING_BYTES = 65_536;

interface OpenStream {
  readonly actor: Actor;
  readonly token: string;
  readonly out: PassThrough;
  readonly waiting: Set<string>;
  timer?: NodeJS.Timeout;
}

/** Connections of databases this process holds besides its pool. */
export const LISTENING_CONNECTIONS = 1;

/**
 * Open screens of this process. One connection listens for all of them; a hint says only what to ask again, and only to accounts whose scope
 * covers it. Nothing is kept for a browser that was away: it asks for everything when it comes back.
 */
@Injectable()
export class EventStreams implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly streams = new Set<OpenStream>();
  private readonly listener: ChangeListener;
  private beats: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: Sessions,
    config: AppConfig,
  ) {
    this.listener = new ChangeListener(
      { url: config.DATABASE_URL, channel: CHANGE_CHANNEL, name: 'benve-events' },
      { message: (payload) => this.take(payload), resumed: () => this.askEverything() },
      createLog('benve-api'),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.start();
    this.beats = setInterval(() => void this.beat(), BEAT_MS);
    this.beats.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.beats);
    for (const stream of this.streams) this.close(stream);
    await this.listener.stop();
  }

  /** Server-sent events of one session until it ends. */
  open(actor: Actor, token: string): Readable {
    const own = [...this.streams].filter((stream) => stream.actor.accountId === actor.accountId);
    for (const stream of own.slice(0, Math.max(0, own.length - STREAMS_PER_ACCOUNT + 1))) this.close(stream);
    const stream: OpenStream = { actor, token, out: new PassThrough(), waiting: new Set() };
    stream.out.on('close', () => this.close(stream));
    stream.out.on('error', () => this.close(stream));
    stream.out.write('retry: 3000\n\n');
    this.streams.add(stream);
    return stream.out;
  }

  /** A sign of life for proxies, and a look whether each session still stands. */
  async beat(): Promise<void> {
    for (const stream of this.streams) this.write(stream, ': beat\n\n');
    await Promise.all([this.listener.check(), ...[...this.streams].map((stream) => this.endIfOver(stream))]);
  }

  private take(payload: string): void {
    const change = JSON.parse(payload) as Change | AccessChange;
    if ('x' in change) {
      for (const stream of this.streams) if (stream.actor.accountId === change.x) void this.endIfOver(stream);
      return;
    }
    for (const stream of this.streams) for (const hint of hintsFor(stream.actor, change)) this.tell(stream, hint);
  }

  private askEverything(): void {
    for (const stream of this.streams) for (const topic of HINT_TOPICS) this.tell(stream, { topic });
  }

  private tell(stream: OpenStream, hint: Hint): void {
    stream.waiting.add(`data: ${JSON.stringify(hint)}\n\n`);
    stream.timer ??= setTimeout(() => {
      stream.timer = undefined;
      this.write(stream, [...stream.waiting].join(''));
      stream.waiting.clear();
    }, GATHER_MS);
  }

  private write(stream: OpenStream, text: string): void {
    if (stream.out.writableLength > MOST_WAITING_BYTES) this.close(stream);
    else stream.out.write(text);
  }

  /** A database that does not answer says nothing about the session: the next beat asks again. */
  private async endIfOver(stream: OpenStream): Promise<void> {
    const live = await this.sessions.isLive(stream.actor, stream.token).catch(() => true);
    if (!live) this.close(stream);
  }

  private close(stream: OpenStream): void {
    if (!this.streams.delete(stream)) return;
    clearTimeout(stream.timer);
    stream.out.end();
  }
}
