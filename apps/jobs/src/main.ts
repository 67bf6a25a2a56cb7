import 'reflect-metadata';
import { createLog, NestLog, readConfig } from '@app/platform';
import { NestFactory } from '@nestjs/core';
import { Background } from './background';
import { JobsModule } from './jobs.module';

async function start(): Promise<void> {
  const log = createLog('benve-jobs');
  try {
    const app = await NestFactory.createApplicationContext(JobsModule.forRoot(readConfig(), log), {
      logger: new NestLog(log),
      abortOnError: false,
    });
    app.enableShutdownHooks();
    await app.get(Background).start();
  } catch (error) {
    log.fatal({ err: error }, 'background program does not start');
    console.error((error as Error).message);
    process.exitCode = 1;
    // Pools that already opened would keep the process alive.
    setTimeout(() => process.exit(1), 500).unref();
  }
}

void start();
