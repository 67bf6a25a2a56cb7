import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseLocalDate, systemActor } from '@app/kernel';
import { ListNotices, MailGate, ReleaseHeld } from '@app/notices';
import { TransactionRunner } from '@app/platform';
import { type Command, type CommandContext, type CommandResult, UsageError } from '../command';

const OPTIONS = {
  since: { type: 'string' },
  before: { type: 'string' },
  limit: { type: 'string' },
  out: { type: 'string' },
  as: { type: 'string' },
  province: { type: 'string' },
  reason: { type: 'string' },
  'sent-until': { type: 'string' },
} as const;
type Values = { [option in keyof typeof OPTIONS]?: string };

/** What offices were told and how it reached them; letters; held mails; the gate after a restore. */
export const noticesCommand: Command = {
  name: 'notices',
  usage: [
    'notices list [--since YYYY-MM-DD] [--before <id>] [--limit <n>]    notices with the way of each copy, newest first',
    'notices letters                         letters to print for offices without e-mail',
    'notices print <id> --out <file.html>    one notice as an official letter',
    'notices release <batch> --as <login>    let the mails of a bulk import go',
    'notices gate [close --reason <text> | open [--sent-until <ISO time>]]    stop and resume all mail after a restore',
  ].join('\n'),
  async run(context) {
    const { values, positionals } = parseArgs({ args: context.argv, options: OPTIONS, allowPositionals: true });
    const [verb, word] = positionals;
    if (verb === 'list') return list(context, values);
    if (verb === 'letters') return letters(context);
    if (verb === 'print' && word && values.out) return print(context, Number(word), values.out);
    if (verb === 'release' && word && values.as) return release(context, word, values.as);
    if (verb === 'gate') return gate(context, word, values);
    throw new UsageError('Say list, letters, print, release or gate.');
  },
};

const operator = systemActor('notices');

async function list({ application }: CommandContext, values: Values): Promise<CommandResult> {
  const since = values.since === undefined ? null : parseLocalDate(values.since);
  if (since === undefined) throw new UsageError('--since is a day, YYYY-MM-DD.');
  const filter = {
    since,
    before: values.before ? Number(values.before) : null,
    limit: values.limit ? Number(values.limit) : 100,
  };
  const page = await (await application('jobs')).get(ListNotices).list(operator, filter);
  const text = page.notices
    .map((n) => `${n.id}  ${n.day}  ${n.kind}  ${n.addressee}  ${n.state}  ${n.items} cases  ${n.deliveries.map((d) => d.state).join(',')}`)
    .join('\n');
  return { json: page, text: text || 'No notices.' };
}

async function letters({ application }: CommandContext): Promise<CommandResult> {
  const page = await (await application('jobs')).get(ListNotices).listLetters(operator, { limit: 100 });
  return {
    json: page,
    text: page.letters.map((l) => `${l.id}  ${l.day}  ${l.addressee}  ${l.items} cases`).join('\n') || 'No letters to print.',
  };
}

async function print({ application }: CommandContext, id: number, file: string): Promise<CommandResult> {
  writeFileSync(file, await (await application('jobs')).get(ListNotices).renderLetter(operator, id));
  return { json: { id, file }, text: `Written to ${file}.` };
}

async function release({ application, actor }: CommandContext, batch: string, login: string): Promise<CommandResult> {
  const by = await actor(login);
  if (by.scope.kind !== 'province' || by.role !== 'centre_staff')
    throw new UsageError('Only an account of the centre may release mails (--as).');
  await (await application('api')).get(ReleaseHeld).run(by, { id: batch, province: by.scope.province });
  return { json: { batch, released: true }, text: 'Released: the mails leave within a minute.' };
}

async function gate({ application }: CommandContext, verb: string | undefined, values: Values): Promise<CommandResult> {
  const until = values['sent-until'] ? new Date(values['sent-until']) : undefined;
  if (until && Number.isNaN(until.getTime())) throw new UsageError('--sent-until is a time, e.g. 2026-11-24T08:00:00+07:00.');
  if (verb === 'close' && !values.reason) throw new UsageError('Say why: --reason <text>.');
  if (verb !== undefined && verb !== 'close' && verb !== 'open') throw new UsageError('Say open or close.');
  return (await application('jobs')).get(TransactionRunner).run(operator, async (tx) => {
    let heldBack = 0;
    if (verb === 'close') await MailGate.close(tx, values.reason!);
    if (verb === 'open') heldBack = await MailGate.open(tx, until);
    const closed = await MailGate.isClosed(tx);
    return {
      json: { closed, heldBack },
      text: closed ? 'No mail leaves.' : `Mail leaves.${heldBack ? ` ${heldBack} copies count as sent.` : ''}`,
    };
  });
}
