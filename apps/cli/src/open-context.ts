import { ActorOfLogin } from '@app/identity';
import { type AppConfig, readConfig } from '@app/platform';
import type { INestApplicationContext, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CliModule } from './cli.module';
import type { CommandContext, DatabaseRole } from './command';

/** stdout belongs to the answer: whatever the framework has to say goes to stderr. */
const toStderr = (...words: unknown[]) => void process.stderr.write(`${words.map(String).join(' ')}\n`);
const LOGGER: LoggerService = { log: () => undefined, warn: toStderr, error: toStderr, fatal: toStderr };

/** A Nest application context as one database role. The caller closes it. */
export function openApplication(role: DatabaseRole, config: AppConfig): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(CliModule.as(role, config), { logger: LOGGER, abortOnError: false });
}

/** The context of one command and the way to close everything it opened. */
export function openContext(argv: string[]): { context: CommandContext; close(): Promise<void> } {
  const applications = new Map<DatabaseRole, Promise<INestApplicationContext>>();
  let config: AppConfig | undefined;
  const context: CommandContext = {
    argv,
    get config() {
      return (config ??= readConfig());
    },
    application(role) {
      const found = applications.get(role) ?? openApplication(role, context.config);
      applications.set(role, found);
      return found;
    },
    async actor(login) {
      return (await context.application('jobs')).get(ActorOfLogin).get(login);
    },
  };
  const close = async () => {
    const opened = await Promise.allSettled(applications.values());
    await Promise.all(opened.map(async (one) => (one.status === 'fulfilled' ? one.value.close() : undefined)));
  };
  return { context, close };
}
