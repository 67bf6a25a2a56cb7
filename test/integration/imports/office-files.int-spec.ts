import type { ImportReport, RowResult } from '@app/imports';
import { createImportFixture, hasShared, type ImportFixture } from './import-fixture';
import { brokenFiles } from './office/broken-files';
import { departureFiles } from './office/departure-files';
import type { ExpectedRow, OfficeFile } from './office/office-file';
import { lineFiles } from './office/registers-lines';
import { peopleFiles } from './office/registers-people';
import { stepFiles } from './office/registers-steps';
import { storedFields } from './stored-values';

const ready =
  hasShared('files of other offices', 'data/registers/organisations.json') &&
  hasShared('files of other offices', 'data/admin-units/units.csv');
const STORED = ['create', 'update', 'unchanged'];
const TABLE_FIELDS = ['exitDate', 'market', 'employer', 'contractStart', 'contractEnd', 'gate', 'returnDate', 'returnType'];
/** Kept elsewhere in the report of a row, or decided by other rules than the cell. */
const NOT_COMPARED = ['programme', 'source', 'officer', 'commune', 'contractStart', 'gate'];

describe('registers and lists as other offices write them', () => {
  let fixture: ImportFixture;
  beforeAll(async () => {
    if (ready) fixture = await createImportFixture('2026-11-22');
  });
  afterAll(async () => fixture?.close());

  it('every row ends as was written down before, and what is stored is what the cell says', async () => {
    if (!ready) return;
    const files = [
      ...(await peopleFiles()),
      ...(await stepFiles()),
      ...(await lineFiles()),
      ...(await departureFiles()),
      ...(await brokenFiles()),
    ];
    let tried = 0;
    const failed: string[] = [];
    for (const file of files) {
      const faults = await judge(file);
      tried += Math.max(1, file.rows.length);
      failed.push(...faults.map((fault) => `${file.name}: ${fault}`));
    }
    const rows = new Set(failed.map((fault) => fault.replace(/^(.*?: (?:row [^ ]+|file)).*$/s, '$1')));
    console.info(
      `office files: ${files.length} files, ${tried} rows tried, ${rows.size} failed${failed.length > 0 ? `\n${failed.join('\n')}` : ''}`,
    );
    expect(failed).toEqual([]);
  }, 600_000);

  async function judge(file: OfficeFile): Promise<string[]> {
    const actor = await fixture.actor(file.login);
    const sent = {
      kind: file.kind,
      fileName: `${file.name}.xlsx`,
      bytes: file.bytes,
      ...(file.answers && { answers: file.answers }),
    };
    const tried = await fixture.importFile.run(actor, { ...sent, dryRun: true });
    const taken = await fixture.importFile.run(actor, sent);
    const faults: string[] = [];
    if (JSON.stringify(brief(tried)) !== JSON.stringify(brief(taken))) faults.push('file: tried out otherwise than imported');
    if (file.refusal) {
      const reason = taken.reasons?.[0];
      if (taken.verdict !== 'refuse' || !file.refusal.includes(reason?.code ?? ''))
        faults.push(`file: ${taken.verdict} ${reason?.code} in place of refuse ${file.refusal}; ${taken.results.map(short).join(' | ')}`);
      else if (!/[ảạấầệộớựđươ]/.test(reason!.message)) faults.push(`file: message is not Vietnamese: ${reason!.message}`);
      return faults;
    }
    if (taken.verdict === 'refuse') return [`file: refused ${taken.reasons?.map(({ code, message }) => `${code} ${message}`)}`];
    const told = [...taken.notices.map(({ code }) => code as string), ...taken.questions.map(({ code }) => code as string)];
    for (const code of file.told ?? []) if (!told.includes(code)) faults.push(`file: sender is not told ${code}; told ${told}`);
    for (const expected of file.rows) faults.push(...(await judgeRow(file, expected, taken)));
    for (const result of taken.results)
      if (!file.rows.some((row) => row.row === result.row && (row.sheet ?? result.sheet) === result.sheet))
        faults.push(`row ${result.row} was no person: ${short(result)}`);
    const again = await fixture.importFile.run(actor, sent);
    if (again.created + again.updated > 0)
      faults.push(
        `file: sent again, ${again.created} created, ${again.updated} updated: ${again.results.filter(({ verdict }) => ['create', 'update'].includes(verdict)).map(short)}`,
      );
    return faults;
  }

  async function judgeRow(file: OfficeFile, expected: ExpectedRow, report: ImportReport): Promise<string[]> {
    const at = `row ${expected.sheet ? `${expected.sheet}!` : ''}${expected.row}`;
    const result = report.results.find(({ row, sheet }) => row === expected.row && (expected.sheet ?? sheet) === sheet);
    if (!result) return [`${at} is lost: no result`];
    const verdict = STORED.includes(result.verdict) ? 'stored' : result.verdict;
    if (!expected.verdict.includes(verdict as never))
      return [`${at} ${short(result)} in place of ${expected.verdict} ${expected.code ?? ''}`];
    const faults: string[] = [];
    if (verdict !== 'stored') {
      if (expected.code && !expected.code.includes(result.code ?? '')) faults.push(`${at} ${short(result)} in place of ${expected.code}`);
      if (!result.message?.includes(`Dòng ${expected.row}`)) faults.push(`${at} message names no row: ${result.message}`);
      return faults;
    }
    if (expected.warn && !result.warnings.some(({ code }) => expected.warn!.includes(code)))
      faults.push(`${at} without warning ${expected.warn}: ${result.warnings.map(({ code }) => code)}`);
    const stored = await storedFields(fixture, report.batch!, result.sheet, result.row);
    if (!stored) return [...faults, `${at} nothing stored`];
    if (expected.commune && stored.commune !== expected.commune)
      faults.push(`${at} commune ${stored.commune} in place of ${expected.commune}`);
    const fields = file.kind === 'departures' ? TABLE_FIELDS : Object.keys(stored).filter((field) => !NOT_COMPARED.includes(field));
    for (const field of fields) {
      const wanted = [expected.values?.[field], ...(expected.fieldAlso?.[field] ?? [])];
      if (!wanted.some((value) => same(value, stored[field])))
        faults.push(`${at} ${field}: ${JSON.stringify(stored[field])} in place of ${JSON.stringify(wanted[0] ?? null)}`);
    }
    return faults;
  }
});

function same(wanted: unknown, stored: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(value === undefined || value === null || (Array.isArray(value) && value.length === 0) ? null : value);
  return plain(wanted) === plain(stored);
}

function brief(report: ImportReport): unknown {
  return [report.verdict, report.reasons, report.results.map(({ sheet, row, verdict, code }) => [sheet, row, verdict, code])];
}

function short({ row, verdict, code, message, warnings }: RowResult): string {
  return `${row} ${verdict} ${code ?? ''} ${message ?? ''} [${warnings.map((one) => one.code)}]`;
}
