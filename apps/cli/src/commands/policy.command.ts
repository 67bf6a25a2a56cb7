import { parseArgs } from 'node:util';
import { DomainError, parseLocalDate } from '@app/kernel';
import { type DatedRule, ListPolicies, PublishPolicies } from '@app/policy';
import { type Command, type CommandContext, type CommandResult, UsageError } from '../command';

/** Facts of law and practice by date: read what is in force, publish what changes. */
export const policyCommand: Command = {
  name: 'policy',
  usage: `policy list [--key <key or its beginning>] [--on yyyy-mm-dd]
policy publish <file.json>             {enteredBy, approvedBy, rules: [{key, market?, value, from, basis}], holidays?}`,
  async run(context) {
    const [verb, ...rest] = context.argv;
    if (verb === 'list') return list(context, rest);
    if (verb === 'publish') return publish(context, rest);
    throw new UsageError('Say list or publish.');
  },
};

async function list(context: CommandContext, words: string[]): Promise<CommandResult> {
  const { values } = parseArgs({ args: words, options: { key: { type: 'string' }, on: { type: 'string' } } });
  const on = values.on === undefined ? undefined : parseLocalDate(values.on);
  if (values.on !== undefined && !on) throw new UsageError(`"${values.on}" is no day: write yyyy-mm-dd.`);
  const policies = (await context.application('jobs')).get(ListPolicies);
  const rules: DatedRule[] = [];
  for (let after: number | undefined; ;) {
    const page = await policies.run({ key: values.key, on, after, limit: 1_000 });
    rules.push(...page.rules);
    if ((after = page.next) === undefined) break;
  }
  const lines = rules.map(
    (rule) =>
      `${rule.key} [${rule.market}] ${rule.from} … ${rule.until ?? ''}${rule.certain ? '' : ' (?)'}  ${short(rule.value)}  ${rule.basis}`,
  );
  return { json: { rules }, text: lines.length ? lines.join('\n') : 'Không có quy tắc nào khớp.' };
}

async function publish(context: CommandContext, words: string[]): Promise<CommandResult> {
  const [file, more] = words;
  if (!file || more) throw new UsageError('Which file?');
  const application = await context.application('jobs');
  try {
    const done = await application.get(PublishPolicies).run(file);
    return {
      json: done,
      text: `Đã công bố ${done.rules} quy tắc, ${done.holidays} ngày nghỉ; ${done.unchanged} dòng đã có từ trước.`,
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return {
      json: { error: { code: error.code, message: error.message, details: error.details } },
      text: error.message,
      exit: 2,
    };
  }
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 97)}…` : text;
}
