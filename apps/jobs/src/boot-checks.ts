import { DatabaseWalls } from '@app/identity';
import { checkTemplates } from '@app/notices';
import { JobConsumers, QUEUE_BACKEND, type QueueBackend } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { OUTBOX_ROUTES } from './outbox-routes';
import { SCHEDULES, SWEEPS } from './schedules';
import { Sweeps } from './sweeps';

/** Refuses to start a program that is wired or set up wrongly: all faults in one Error. */
@Injectable()
export class BootChecks {
  constructor(
    private readonly walls: DatabaseWalls,
    private readonly consumers: JobConsumers,
    private readonly sweeps: Sweeps,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
  ) {}

  /** Returns whether the queue store can be reached now; if not, the program works without it and waits. */
  async run(): Promise<boolean> {
    const faults = await this.walls.faults();
    for (const { queue, job } of [...OUTBOX_ROUTES, ...SCHEDULES])
      if (!this.consumers.answers(queue, job)) faults.push(`no processor for the job ${queue} ${job}`);
    for (const { id } of SWEEPS)
      if (!this.sweeps.names.includes(id)) faults.push(`the schedule names the sweep ${id}, which does not exist`);
    let reachable = false;
    const attempts = [async () => checkTemplates(), async () => (reachable = await this.backend.check())];
    for (const attempt of attempts) {
      try {
        await attempt();
      } catch (error) {
        faults.push((error as Error).message);
      }
    }
    if (faults.length) throw new Error(`The background program does not start:\n  ${faults.join('\n  ')}`);
    return reachable;
  }
}
