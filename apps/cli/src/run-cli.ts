import { DomainError } from '@app/kernel';
import { type Command, type CommandContext, type CommandResult, UsageError } from './command';

export interface CliOutput {
  /** The one document or text of the command. */
  readonly stdout: string;
  /** For people and logs only. */
  readonly stderr: string;
  readonly exit: 0 | 1 | 2;
}

/** Finds the command, runs it, and turns every outcome into text, document and exit code. */
export async function runCli(
  argv: readonly string[],
  commands: readonly Command[],
  open: (argv: string[]) => { context: CommandContext; close: () => Promise<void> },
): Promise<CliOutput> {
  const asJson = argv.includes('--json');
  const [name, ...rest] = argv.filter((word) => word !== '--json');
  const command = commands.find((one) => one.name === name);
  if (!command)
    return {
      stdout: '',
      stderr: help(commands, name),
      exit: name === undefined || name === '--help' || name === 'help' ? 0 : 1,
    };
  if (rest.includes('--help')) return { stdout: '', stderr: `${command.usage}\n`, exit: 0 };

  const { context, close } = open(rest);
  try {
    const result = await command.run(context);
    return { stdout: print(result, asJson), stderr: '', exit: result.exit ?? 0 };
  } catch (error) {
    return refuse(error, command, asJson);
  } finally {
    await close();
  }
}

function print({ json, text }: CommandResult, asJson: boolean): string {
  if (asJson) return `${JSON.stringify(json)}\n`;
  return `${text ?? JSON.stringify(json, null, 2)}\n`;
}

function refuse(error: unknown, command: Command, asJson: boolean): CliOutput {
  const wrongLine = error instanceof UsageError || String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
  const code = error instanceof DomainError ? error.code : wrongLine ? 'USAGE' : 'FAILED';
  const message = error instanceof Error && error.message ? error.message : String((error as { code?: string }).code ?? error);
  const details = error instanceof DomainError ? error.details : {};
  return {
    stdout: asJson ? `${JSON.stringify({ error: { code, message, details } })}\n` : '',
    stderr: `${message}\n${wrongLine ? `${command.usage}\n` : ''}`,
    exit: 1,
  };
}

function help(commands: readonly Command[], unknown: string | undefined): string {
  const complaint = unknown && unknown !== '--help' && unknown !== 'help' ? `Unknown command "${unknown}".\n\n` : '';
  const lines = commands.flatMap((command) => command.usage.split('\n')).map((line) => `  ${line}`);
  return `${complaint}Commands (each takes --json and then prints one JSON document; --help explains it):\n${lines.join('\n')}\n`;
}
