import type { LoggerService } from '@nestjs/common';
import type { Log } from './log';

/** Sends the framework's own lines to the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly out: Log) {}

  log(message: unknown, context?: string): void {
    this.out.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.out.warn({ context }, String(message));
  }

  error(message: unknown, _stack?: string, context?: string): void {
    this.out.error({ context }, message instanceof Error ? message.name : String(message).slice(0, 300));
  }
}
