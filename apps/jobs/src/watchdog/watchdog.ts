import { systemActor } from '@app/kernel';
import { ReleaseHeld } from '@app/notices';
import { Heartbeats, JobQueues, type Log, QUEUE_BACKEND, type QueueBackend, Reconciler, TransactionRunner } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { LOG } from '../log';
import { SCHEDULES, SWEEPS } from '../schedules';
import { Sweeps } from '../sweeps';
import { findMissingSweeps } from './missing-sweeps';

const actor = systemActor('watchdog');

/**
 * Keeps the promises of the queues without trusting them: what the tables say is missing is started here, by the clock of
 * this process. Several processes may watch at once.
 */
@Injectable()
export class Watchdog {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly reconciler: Reconciler,
    private readonly queues: JobQueues,
    private readonly sweeps: Sweeps,
    private readonly held: ReleaseHeld,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** One look at everything; a part that fails does not keep the others from being looked at. */
  async round(): Promise<void> {
    await this.part('lost rows', () => this.reconciler.run());
    await this.part('released notices', () => this.runner.run(actor, (tx) => this.held.apply(tx, null)));
    await this.part('held notices', () => this.runner.run(actor, (tx) => this.held.remind(tx)));
    await this.part('schedules', () => this.restoreSchedules());
    await this.part('sweeps', () => this.startMissing());
    await this.part('heartbeat', () => this.runner.run(actor, (tx) => Heartbeats.beat(tx, 'watchdog')));
  }

  private async startMissing(): Promise<void> {
    for (const name of await this.runner.run(actor, (tx) => findMissingSweeps(tx, SWEEPS))) {
      this.log.warn({ sweep: name }, 'sweep of the day is missing: started');
      const result = await this.sweeps.run(name, 'watchdog');
      this.log.info({ result }, 'sweep done');
    }
  }

  private async restoreSchedules(): Promise<void> {
    if (!(await this.backend.check())) return;
    for (const schedule of SCHEDULES)
      if (await this.queues.ensureSchedule(schedule)) this.log.info({ schedule: schedule.id }, 'schedule set');
    for (const id of await this.queues.dropUnknown(SCHEDULES)) this.log.info({ schedule: id }, 'schedule of an earlier version dropped');
  }

  private async part(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.error({ what, err: error }, 'watchdog');
    }
  }
}
