import { DeliverNotices, SendWebhooks } from '@app/notices';
import { AppConfig, JobConsumers, type Log, OutboxRelay, QUEUE_BACKEND, type QueueBackend, TransactionRunner } from '@app/platform';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { BootChecks } from './boot-checks';
import { LOG } from './log';
import { INTERVALS } from './schedules';
import { QueueProbes } from './watchdog/queue-probes';
import { Repeat } from './watchdog/repeat';
import { Watchdog } from './watchdog/watchdog';

/** Most mails sent again in one round: with a round every five seconds about 500 a minute. */
const DUE_BLOCK = 40;

/** What the start needs besides its parts. */
@Injectable()
export class BackgroundParts {
  constructor(
    readonly config: AppConfig,
    readonly runner: TransactionRunner,
    @Inject(QUEUE_BACKEND) readonly backend: QueueBackend,
    @Inject(LOG) readonly log: Log,
  ) {}
}

/** Starts every part in order and stops them before the queues and the database close. */
@Injectable()
export class Background implements BeforeApplicationShutdown {
  private repeats: Repeat[] = [];

  constructor(
    private readonly checks: BootChecks,
    private readonly consumers: JobConsumers,
    private readonly relay: OutboxRelay,
    private readonly watchdog: Watchdog,
    private readonly deliver: DeliverNotices,
    private readonly webhooks: SendWebhooks,
    private readonly rest: BackgroundParts,
  ) {}

  async start(): Promise<void> {
    const { log, config, backend, runner } = this.rest;
    const reachable = await this.checks.run();
    const probes = new QueueProbes(runner, this.consumers, log);
    this.repeats = [
      new Repeat('watchdog', INTERVALS.watchdog, () => this.watchdog.round(), log),
      new Repeat('probes', INTERVALS.watchdog, () => probes.round(), log),
      new Repeat('due mail', INTERVALS.dueMail, async () => void (await this.deliver.runDue(DUE_BLOCK)), log),
      new Repeat('due webhooks', INTERVALS.dueWebhooks, async () => void (await this.webhooks.runDue(DUE_BLOCK)), log),
    ];
    this.consumers.start();
    this.relay.start();
    for (const repeat of this.repeats) repeat.start();
    const connections = { database: config.DATABASE_POOL, queue: backend.databaseConnections };
    log.info(
      { backend: backend.kind, reachable, connections, connectionTotal: connections.database + connections.queue },
      'background program started',
    );
  }

  /** New work stops first, then running jobs get their time. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.relay.stop(), ...this.repeats.map((repeat) => repeat.stop())]);
    await this.consumers.close();
  }
}
