import { DomainError, type LocalDate, systemActor } from '@app/kernel';
import { AuditTrail, Outbox, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type ImportPlan, planImport } from '../domain/plan-import';
import { NATIONAL_TOTALS } from '../domain/totals';
import {
  FORMER_COLUMNS,
  SUCCESSION_COLUMNS,
  UNIT_COLUMNS,
  type UnitFault,
  readFormerLine,
  readSuccessionLine,
  readUnitLine,
} from '../domain/unit-file';
import { UnitWriter } from '../persistence/unit-writer';
import { type UnitFile, readLines, readUnitFolder } from './read-unit-files';

/**
 * Fact for everyone who keeps a commune of today, payload `{file, day, whole}`. A decree (`whole` false): on `day` units changed, so a code kept until
 * then means the unit of the eve, `Gazetteer.resolveCode(code, {asOf: day - 1})`, also where the new unit bears the same code; due on that day.
 * The whole country (`whole` true): successors may have been mended, so follow declared units again, `Gazetteer.resolveUnit` or `unit_today()`.
 */
export const UNITS_CHANGED_TOPIC = 'territory.units-changed.v1';

export interface ImportedUnits {
  /** `unchanged`: these very files were taken in before. */
  readonly outcome: 'imported' | 'unchanged';
  readonly full: boolean;
  readonly units: number;
  readonly successions: number;
  readonly formers: number;
  readonly removed: number;
}

/**
 * Takes in `units.csv`, `succession.csv`, `former_communes.csv`: the whole country, or a later decree as a small file (new and ended units, and
 * who took over whom). All of it or nothing; a wrong line is named by file, line, column and value. The same files twice change nothing.
 */
@Injectable()
export class ImportUnits {
  constructor(private readonly runner: TransactionRunner) {}

  /** Refuses with UNITS_FILE_MISSING, UNITS_FILE_ENCODING or UNITS_FILE_REFUSED (details.faults). */
  async run(source: string | readonly UnitFile[]): Promise<ImportedUnits> {
    const files = typeof source === 'string' ? await readUnitFolder(source) : source;
    return this.runner.run(systemActor('units-import'), (tx) => this.apply(tx, files), { timeoutMs: 0 });
  }

  private async apply(tx: Tx, files: readonly UnitFile[]): Promise<ImportedUnits> {
    await UnitWriter.lock(tx);
    const taken = await UnitWriter.takenIn(
      tx,
      files.map((file) => file.sha256),
    );
    if (files.every((file) => taken.has(file.sha256)))
      return { outcome: 'unchanged', full: false, units: 0, successions: 0, formers: 0, removed: 0 };

    const faults: UnitFault[] = [];
    const lines = (name: string, columns: readonly string[], optional: readonly string[] = []) =>
      readLines(
        files.find((file) => file.name === name),
        columns,
        optional,
        faults,
      );
    const units = lines('units.csv', UNIT_COLUMNS);
    const successions = lines('succession.csv', SUCCESSION_COLUMNS, ['effective_on']);
    const formers = lines('former_communes.csv', FORMER_COLUMNS);
    refuse(faults);
    const drafts = {
      units: units.map((line) => readUnitLine(line, faults)),
      successions: successions.map((line) => readSuccessionLine(line, faults)),
      formers: formers.map((line) => readFormerLine(line, faults)),
      verified: true,
    };
    refuse(faults);
    const plan = planImport(drafts, await UnitWriter.standing(tx), faults, NATIONAL_TOTALS);
    refuse(faults);

    const counts = await UnitWriter.write(tx, plan);
    const rows = {
      'units.csv': units.length,
      'succession.csv': successions.length,
      'former_communes.csv': formers.length,
    };
    await UnitWriter.remember(
      tx,
      files.map((file) => ({ ...file, rows: rows[file.name as keyof typeof rows] ?? 0 })),
    );
    await announce(tx, plan, files[0]!.sha256);
    await AuditTrail.record(tx, {
      action: 'territory.import',
      subject: { kind: 'units', id: files[0]!.sha256 },
      detail: { ...counts, full: plan.full },
    });
    return { outcome: 'imported', full: plan.full, ...counts };
  }
}

async function announce(tx: Tx, plan: ImportPlan, file: string): Promise<void> {
  const [row] = await tx.query<{ day: LocalDate }>(`select business_day() as day`);
  if (plan.full) return Outbox.enqueue(tx, UNITS_CHANGED_TOPIC, { file, day: row!.day, whole: true });
  for (const day of plan.changeDays) {
    const due = day > row!.day ? new Date(`${day}T00:00:01+07:00`) : undefined;
    await Outbox.enqueue(tx, UNITS_CHANGED_TOPIC, { file, day, whole: false }, due);
  }
}

function refuse(faults: readonly UnitFault[]): void {
  const [first] = faults;
  if (!first) return;
  const where = `${first.file} dòng ${first.line}${first.column ? `, cột ${first.column}` : ''}${first.value ? `, giá trị "${first.value}"` : ''}`;
  throw new DomainError(
    'invalid',
    'UNITS_FILE_REFUSED',
    `Không nhận tệp đơn vị hành chính (${faults.length} lỗi). ${where}: ${first.message}.`,
    {
      faults: faults.slice(0, 50),
      count: faults.length,
    },
  );
}
