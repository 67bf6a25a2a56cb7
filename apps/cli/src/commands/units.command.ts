import { parseArgs } from 'node:util';
import { DomainError, parseLocalDate } from '@app/kernel';
import { type Era, ImportUnits, ResolveUnit, type UnitAnswer } from '@app/territory';
import { type Command, type CommandContext, type CommandResult, UsageError } from '../command';

const ERAS: readonly Era[] = ['any', 'old', 'today'];

/** Administrative units: take in official files, ask where an old code or name is today. */
export const unitsCommand: Command = {
  name: 'units',
  usage: `units import <folder>                  take in units.csv, succession.csv, former_communes.csv (the country, or a later decree)
units resolve <code> [--level province|district|commune] [--on yyyy-mm-dd]
units resolve --name <text> --province <code> [--district <old district>] [--era any|old|today]`,
  async run(context) {
    const [verb, ...rest] = context.argv;
    if (verb === 'import') return importFolder(context, rest);
    if (verb === 'resolve') return resolve(context, rest);
    throw new UsageError('Say import or resolve.');
  },
};

async function importFolder(context: CommandContext, words: string[]): Promise<CommandResult> {
  const [folder, more] = words;
  if (!folder || more) throw new UsageError('Which folder?');
  const application = await context.application('jobs');
  try {
    const done = await application.get(ImportUnits).run(folder);
    const text =
      done.outcome === 'unchanged'
        ? 'Các tệp này đã được nạp trước đó, không có gì thay đổi.'
        : `Đã nạp: ${done.units} đơn vị thay đổi, ${done.successions} dòng kế tiếp, ${done.formers} tên cũ, bỏ ${done.removed} dòng chưa kiểm chứng.`;
    return { json: done, text };
  } catch (error) {
    // A refused file is an answer, not a failure: the document is printed and the exit code says so.
    if (!(error instanceof DomainError)) throw error;
    return {
      json: { outcome: 'refused', error: { code: error.code, message: error.message, details: error.details } },
      text: refusalText(error),
      exit: 2,
    };
  }
}

function refusalText(error: DomainError): string {
  const faults = (error.details.faults ?? []) as readonly {
    file: string;
    line: number;
    column: string;
    value: string;
    message: string;
  }[];
  return [
    error.message,
    ...faults.map((fault) => `  ${fault.file}:${fault.line}  ${fault.column} "${fault.value}"  ${fault.message}`),
  ].join('\n');
}

async function resolve(context: CommandContext, words: string[]): Promise<CommandResult> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      province: { type: 'string' },
      district: { type: 'string' },
      era: { type: 'string' },
      level: { type: 'string' },
      on: { type: 'string' },
    },
  });
  const [code, more] = positionals;
  const { name, province, district, level } = values;
  const asOf = values.on === undefined ? undefined : parseLocalDate(values.on);
  const era = ERAS.find((one) => one === values.era);
  if (more || (!code && !name)) throw new UsageError('Give a code, or --name with --province.');
  if (name && !province && !code) throw new UsageError('A name needs --province: names repeat between provinces.');
  if (values.on !== undefined && !asOf) throw new UsageError(`"${values.on}" is no day: write yyyy-mm-dd.`);
  if (values.era !== undefined && !era) throw new UsageError('--era is any, old or today.');
  if (level !== undefined && level !== 'province' && level !== 'district' && level !== 'commune')
    throw new UsageError('--level is province, district or commune.');
  const application = await context.application('jobs');
  const answer = await application.get(ResolveUnit).run({ code, level, asOf, name, province, oldDistrict: district, era });
  return { json: answer, text: answerText(answer) };
}

function answerText(answer: UnitAnswer): string {
  if (answer.kind === 'unknown') return 'Không tìm thấy đơn vị nào.';
  const from = answer.old ? `${answer.old.name} (${answer.old.code}) → ` : '';
  if (answer.kind === 'found') {
    const doubt = answer.certain ? '' : ', chưa kiểm chứng';
    return `${from}${answer.today.name} (${answer.today.code})${doubt}`;
  }
  const why = answer.kind === 'divided' ? 'đã chia, phải chọn' : 'nhiều nơi cùng tên, phải chọn';
  return `${from}${why}: ${answer.candidates.map((one) => `${one.name} (${one.code})`).join(', ')}`;
}
