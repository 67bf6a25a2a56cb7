import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '../config/app-config';
import { JobQueues } from './job-queues';
import { PostgresBackend } from './postgres-backend';
import { QUEUE_BACKEND, type QueueBackend } from './queue-backend';
import { RedisBackend } from './redis-backend';

/** The backend the environment asks for. */
export function openQueueBackend(config: AppConfig): QueueBackend {
  return config.QUEUE_BACKEND === 'redis' ? new RedisBackend(config.REDIS_URL!) : new PostgresBackend(config.DATABASE_URL);
}

/** Queues for the background process only: the API writes outbox rows and never touches a queue. */
@Module({})
export class QueueModule implements OnApplicationShutdown {
  constructor(@Inject(JobQueues) private readonly queues: JobQueues) {}

  static forRoot(): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [
        { provide: QUEUE_BACKEND, inject: [AppConfig], useFactory: openQueueBackend },
        { provide: JobQueues, inject: [QUEUE_BACKEND], useFactory: (backend: QueueBackend) => new JobQueues(backend) },
      ],
      exports: [QUEUE_BACKEND, JobQueues],
    };
  }

  /** Consumers stop in the phase before this one, so a running job can still finish. */
  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
  }
}
