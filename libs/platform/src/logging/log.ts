import pino, { type Logger } from 'pino';

export type Log = Logger;

/** Classes of database errors whose message names objects and never values: rights, names, connections, shutdown, locks, resources. */
const NAMES_ONLY = /^(42|57|08|40|53|55)/;

/**
 * What of an error may be logged: never the statement's parameters, a message that quotes values, or a row (identity numbers
 * would end up in log files).
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'not an Error' };
  const fault = error as Error & {
    code?: unknown;
    constraint?: unknown;
    table?: unknown;
    severity?: unknown;
    driverError?: unknown;
  };
  const fromDatabase = fault.severity !== undefined || fault.driverError !== undefined;
  return {
    type: fault.name,
    message: fromDatabase && !NAMES_ONLY.test(String(fault.code)) ? `database error ${String(fault.code)}` : fault.message.slice(0, 300),
    code: fault.code,
    constraint: fault.constraint,
    table: fault.table,
    stack: fromDatabase ? undefined : fault.stack?.split('\n').slice(1, 6).join('\n'),
  };
}

/** One line of JSON per happening on stderr (stdout belongs to command results). */
export function createLog(name: string, level = process.env.LOG_LEVEL ?? 'info'): Log {
  return pino({ name, level, serializers: { err: describeError } }, pino.destination(2));
}
