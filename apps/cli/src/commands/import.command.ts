import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Answers, FileRefused, headerRowsOf, ImportFile, type ImportReport, refusedRowsWorkbook, WorkbookReader } from '@app/imports';
import { type Command, UsageError } from '../command';
import { importTargets } from './import-targets';

/** `cli import <register|departures|returns|extensions|absences|certificates|bank|targets> <file> --as <login>`: the same import as on screen, for operators and scripts. */
export const importCommand: Command = {
  name: 'import',
  usage:
    'import <register|departures|returns|extensions|absences|certificates|bank|targets> <file> --as <login> [--dry-run] [--answers <a.json>] [--report <out.xlsx>]',
  async run(context) {
    const { positionals, values } = parseArgs({
      args: context.argv,
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        'dry-run': { type: 'boolean' },
        answers: { type: 'string' },
        report: { type: 'string' },
      },
    });
    const [kind, path] = positionals;
    if (!kind || !path || !values.as || positionals.length > 2)
      throw new UsageError('import <register|departures|returns|extensions|absences|certificates|bank|targets> <file> --as <login>');
    const bytes = await readFile(path);
    const answers = values.answers ? (JSON.parse(await readFile(values.answers, 'utf8')) as Answers) : {};
    const application = await context.application('api');
    if (kind === 'targets') return importTargets(application, await context.actor(values.as), bytes, values['dry-run'] ?? false);
    const report = await application.get(ImportFile).run(await context.actor(values.as), {
      kind,
      fileName: basename(path),
      bytes,
      answers,
      dryRun: values['dry-run'] ?? false,
    });
    if (values.report) await writeReport(application.get(WorkbookReader), bytes, report, values.report);
    const { sheets: _sheets, ...json } = report;
    return { json, text: summary(report), exit: report.verdict === 'refuse' ? 2 : 0 };
  },
};

async function writeReport(reader: WorkbookReader, bytes: Buffer, report: ImportReport, path: string): Promise<void> {
  try {
    await writeFile(path, await refusedRowsWorkbook(await reader.read(bytes), report.results, headerRowsOf(report.sheets)));
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
  }
}

function summary(report: ImportReport): string {
  const reasons = (report.reasons ?? []).map(({ code, message }) => `${code}: ${message}`);
  const counts = `${report.rows} dòng: ${report.created} thêm, ${report.updated} cập nhật, ${report.unchanged} không đổi, ${report.duplicate} trùng, ${report.refused} không nhận, ${report.ask} cần quyết định.`;
  const questions = report.questions.filter(({ answer }) => answer === null).map(({ id, question }) => `Câu hỏi ${id}: ${question}`);
  const held = report.results
    .filter(({ message, verdict }) => message && ['refuse', 'ask', 'duplicate'].includes(verdict))
    .map(({ message }) => message!);
  return [...reasons, counts, ...questions, ...report.notices.map(({ message }) => `Lưu ý: ${message}`), ...held].join('\n');
}
