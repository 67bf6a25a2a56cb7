import { AGENCY_SWEEP, AgencySweep, OVERSTAY_SWEEP, OverstaySweep, SweepRuns } from '@app/overstay';
import { parseArgs } from 'node:util';
import { type Command, type CommandContext, type CommandResult, UsageError } from '../command';
import { tellClocks } from '../tell-clocks';

type SweepClass = typeof OverstaySweep | typeof AgencySweep;
const SWEEPS = new Map<string, SweepClass>([
  [OVERSTAY_SWEEP, OverstaySweep],
  [AGENCY_SWEEP, AgencySweep],
]);

/** Scheduled searches over cases and agencies, started by hand; each is safe to run again and for a day gone by. */
export const sweepCommand: Command = {
  name: 'sweep',
  usage: `sweep run <name> [--as-of YYYY-MM-DD]   search for what is due, late or wrong (names: ${[...SWEEPS.keys()].join(', ')})
sweep list                              what ran for which business day`,
  async run(context) {
    const { values, positionals } = parseArgs({
      args: context.argv,
      options: { 'as-of': { type: 'string' } },
      allowPositionals: true,
    });
    const [verb, name] = positionals;
    if (verb === 'list' && positionals.length === 1) return list(context);
    const sweep = verb === 'run' && positionals.length === 2 ? SWEEPS.get(name!) : undefined;
    if (sweep) return run(context, sweep, values['as-of']);
    throw new UsageError(verb === 'run' ? `There is no sweep ${name ?? ''}; known: ${[...SWEEPS.keys()].join(', ')}.` : 'Say run or list.');
  },
};

async function run(context: CommandContext, sweepClass: SweepClass, asOf: string | undefined): Promise<CommandResult> {
  const app = await context.application('jobs');
  if (sweepClass === OverstaySweep) await tellClocks(app);
  const result = await app.get<OverstaySweep | AgencySweep>(sweepClass).run({ asOf, startedBy: 'cli' });
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
