import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '@app/imports';
import { createImportFixture, hasShared, type ImportFixture, SHARED } from './import-fixture';
import { compareStored } from './stored-values';

interface TruthRow {
  sheet: string;
  row: number;
  verdict: string;
  reasons?: string[];
  warnings?: string[];
  alsoAccept?: string[];
  shownAs?: string;
  commune?: { code: string | null };
  values: Record<string, unknown>;
  fieldAlso?: Record<string, unknown[]>;
  keep?: string[];
}

interface Truth {
  rows: TruthRow[];
  notices: string[];
  confirmations: { code: string; column: string; rows: number[] }[];
}

const FILES = [
  ['register', 'so-theo-doi-tam-duong-2024', 'centre-12', 'So theo doi 2024'],
  ['register', 'danh-sach-xkld-phong-tho', 'centre-12', 'DS 30.6.2026'],
  ['departures', 'doanh-nghiep-cap-nhat-xuat-canh', 'agency-bv', 'XC bo sung'],
] as const;
const ready =
  hasShared('import against the sample registers', 'data/registers/organisations.json') &&
  hasShared('import against the sample registers', 'data/admin-units/units.csv');

describe('sample registers against their truth', () => {
  let fixture: ImportFixture;
  beforeAll(async () => {
    if (ready) fixture = await createImportFixture('2026-11-22');
  });
  afterAll(async () => fixture?.close());

  for (const [kind, name, login] of FILES) {
    it(`${name}: tried out, then imported, then sent again`, async () => {
      if (!ready) return;
      const truth = JSON.parse(readFileSync(join(SHARED, 'data/registers', `${name}.truth.json`), 'utf8')) as Truth;
      const bytes = readFileSync(join(SHARED, 'data/registers', `${name}.xlsx`));
      const actor = await fixture.actor(login);
      const file = { kind, fileName: `${name}.xlsx`, bytes };

      const unanswered = await fixture.importFile.run(actor, { ...file, dryRun: true });
      for (const { code, column, rows } of truth.confirmations) {
        const question = unanswered.questions.find((one) => one.code === code && one.column === column);
        expect(question?.rows).toEqual(expect.arrayContaining(rows));
        expect(
          unanswered.results.filter((one) => rows.includes(one.row) && ['create', 'update', 'unchanged'].includes(one.verdict)),
        ).toEqual([]);
      }
      const answers = Object.fromEntries(truth.confirmations.map(({ code, column }) => [`${code}:${column}`, 'yes']));
      const tried = await fixture.importFile.run(actor, { ...file, answers, dryRun: true });
      const before = await counts(fixture);
      const taken = await fixture.importFile.run(actor, { ...file, answers });
      expect(verdictsOf(taken)).toEqual(verdictsOf(tried));

      const faults = judgeVerdicts(truth, taken);
      const misread = await compareStored(fixture, truth.rows, taken, kind);
      const missing = truth.notices.filter((code) => !taken.notices.some((notice) => notice.code === code));
      const warned = truth.rows.filter((row) =>
        row.warnings?.some((code) => !taken.results.find((one) => one.row === row.row)?.warnings.some((warning) => warning.code === code)),
      );
      console.info(
        `${name}: ${truth.rows.length} rows tried, ${faults.length} failed; ${misread.length} silent mis-reads; notices missing: ${missing.join(', ') || 'none'}; rows without a wished warning: ${warned.map(({ row, warnings }) => `${row} ${warnings!.join()}`).join('; ') || 'none'}`,
      );
      expect(faults).toEqual([]);
      expect(misread).toEqual([]);
      expect(missing).toEqual([]);
      expect(taken.results.map(({ row }) => row).sort()).toEqual(truth.rows.map(({ row }) => row).sort());
      expect(await counts(fixture)).not.toEqual(before);

      const after = await counts(fixture);
      const again = await fixture.importFile.run(actor, { ...file, answers });
      expect(again.created + again.updated).toBe(0);
      expect(await counts(fixture)).toEqual(after);
    }, 240_000);
  }

  it('no row made a stage that a list cannot give', async () => {
    if (!ready) return;
    expect(
      await fixture.db.sql(
        `select distinct stage from case_file where stage in ('OVERSTAYING', 'ABSCONDED', 'READY', 'CLOSED', 'DECEASED')`,
      ),
    ).toEqual([]);
  });
});

function verdictsOf(report: ImportReport): string[] {
  return report.results.map(({ sheet, row, verdict, code }) => `${sheet} ${row} ${verdict} ${code}`);
}

function judgeVerdicts(truth: Truth, report: ImportReport): string[] {
  const faults: string[] = [];
  for (const row of truth.rows) {
    const result = report.results.find((one) => one.row === row.row && one.sheet === row.sheet);
    if (!result) faults.push(`row ${row.row}: no result`);
    else if (![row.verdict, ...(row.alsoAccept ?? [])].includes(result.verdict))
      faults.push(`row ${row.row}: ${result.verdict} ${result.code} in place of ${row.verdict} ${row.reasons ?? ''}: ${result.message}`);
    else if (
      row.reasons &&
      !(row.alsoAccept?.includes('create') && result.verdict === 'create') &&
      ![...row.reasons, row.shownAs].includes(result.code ?? '')
    )
      faults.push(`row ${row.row}: reason ${result.code} in place of ${row.reasons}`);
    if (result && ['refuse', 'ask', 'duplicate'].includes(result.verdict) && !result.message?.includes(`Dòng ${row.row}`))
      faults.push(`row ${row.row}: message names no row: ${result.message}`);
  }
  return faults;
}

async function counts(fixture: ImportFixture): Promise<unknown> {
  return fixture.db
    .sql(`select (select count(*) from worker) workers, (select count(*) from case_file) cases, (select count(*) from case_event) events, (select count(*) from contract_version) contracts,
    (select sum(version) from worker) worker_versions, (select sum(version) from case_file) case_versions, (select count(*) from worker_phone) phones, (select count(*) from family_contact) contacts`);
}
