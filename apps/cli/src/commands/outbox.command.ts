import { systemActor } from '@app/kernel';
import { createLog, outboxStatus, Reconciler, TransactionRunner } from '@app/platform';
import { type Command, type CommandContext, type CommandResult, UsageError } from '../command';

/** Duties waiting to be passed on: looked at, and put back to work after the cause of a failure was mended. */
export const outboxCommand: Command = {
  name: 'outbox',
  usage: [
    'outbox list                             what waits, is being done or was given up, by topic',
    'outbox replay                           put what was given up or lost back to work',
  ].join('\n'),
  async run(context) {
    const [verb, ...rest] = context.argv;
    if (rest.length) throw new UsageError('Say list or replay.');
    if (verb === 'list') return list(context);
    if (verb === 'replay') return replay(context);
    throw new UsageError('Say list or replay.');
  },
};

async function list({ application }: CommandContext): Promise<CommandResult> {
  const topics = await (await application('jobs')).get(TransactionRunner).run(systemActor('outbox'), outboxStatus);
  const text = topics
    .map(
      (t) => `${t.topic}: ${t.waiting} waiting, ${t.handedOver} handed over, ${t.dead} given up${t.lastError ? ` (${t.lastError})` : ''}`,
    )
    .join('\n');
  return { json: { topics }, text: text || 'Nothing waits.' };
}

async function replay({ application }: CommandContext): Promise<CommandResult> {
  const runner = (await application('jobs')).get(TransactionRunner);
  const replayed = await new Reconciler(runner, [], createLog('benve-cli')).replay();
  return { json: { replayed }, text: `${replayed} put back to work.` };
}
