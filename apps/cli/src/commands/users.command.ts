import { parseArgs } from 'node:util';
import { CreateUser, ResetUser } from '@app/identity';
import { ROLES, systemActor } from '@app/kernel';
import { type Command, type CommandContext, type CommandResult, UsageError } from '../command';

const OPTIONS = {
  organisation: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  communes: { type: 'string' },
} as const;

/** Accounts by the operator: the first administrator is made this way. */
export const usersCommand: Command = {
  name: 'users',
  usage: [
    'users create <login> <role> [--organisation <key>] [--name <text>] [--email <address>] [--communes <code,code>]',
    'users reset <login>                    void password and sessions, print a new one-time link',
  ].join('\n'),
  async run(context) {
    const [verb, ...rest] = context.argv;
    if (verb === 'create') return create(context, rest);
    if (verb === 'reset' && rest.length === 1) return reset(context, rest[0]!);
    throw new UsageError('Say create or reset, and which login.');
  },
};

async function create({ application }: CommandContext, args: string[]): Promise<CommandResult> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [login, roleText] = positionals;
  const role = ROLES.find((known) => known === roleText);
  if (!login || !role || positionals.length > 2) throw new UsageError(`The role is one of ${ROLES.join(', ')}.`);
  const made = await (await application('jobs')).get(CreateUser).run(systemActor('users'), {
    ...values,
    login,
    role,
    communes: values.communes?.split(',').filter(Boolean),
  });
  return { json: made, text: `Made ${made.login}. One-time link, shown only now:\n  ${made.link}` };
}

async function reset({ application }: CommandContext, login: string): Promise<CommandResult> {
  const answer = await (await application('jobs')).get(ResetUser).run(systemActor('users'), login);
  return {
    json: answer,
    text: `${answer.login} must set a new password. One-time link, shown only now:\n  ${answer.link}`,
  };
}
