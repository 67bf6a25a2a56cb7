import { OVERSTAY_SWEEP, OverstaySweep, SweepRuns } from '@app/overstay';
import { parseArgs } from 'node:util';
import { type Command, type CommandContext, type CommandResult, UsageError } from '../command';

/** Scheduled searches over cases, started by hand; each is safe to run again and for a day gone by. */
export const sweepCommand: Command = {
  name: 'sweep',
  usage: `sweep run <name> [--as-of YYYY-MM-DD]   search for what is due, late or wrong (names: ${OVERSTAY_SWEEP})
sweep list                              what ran for which business day`,
  async run(context) {
    const { values, positionals } = parseArgs({
      args: context.argv,
      options: { 'as-of': { type: 'string' } },
      allowPositionals: true,
    });
    const [verb, name] = positionals;
    if (verb === 'list' && positionals.length === 1) return list(context);
    if (verb === 'run' && name === OVERSTAY_SWEEP && positionals.length === 2) return run(context, values['as-of']);
    throw new UsageError(verb === 'run' ? `There is no sweep ${name ?? ''}; known: ${OVERSTAY_SWEEP}.` : 'Say run or list.');
  },
};

async function run(context: CommandContext, asOf: string | undefined): Promise<CommandResult> {
  const result = await (await context.application('jobs')).get(OverstaySweep).run({ asOf, startedBy: 'cli' });
  const { sweep, examined, raised, closed, notices, ms } = result;
  return {
    json: result,
    text: `${sweep} for ${result.asOf}: ${examined} examined, ${raised} raised, ${closed} closed, ${notices} notices, ${ms} ms`,
  };
}

async function list(context: CommandContext): Promise<CommandResult> {
  const runs = await (await context.application('jobs')).get(SweepRuns).list();
  return {
    json: { runs },
    text:
      runs.map((r) => `${r.businessDay}  ${r.sweep}  ${r.state}  raised ${r.raised ?? '-'}, closed ${r.closed ?? '-'}`).join('\n') ||
      'No sweep has run yet.',
  };
}
