import { DomainError, systemActor } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type FileFault, readHolidayRows, readPolicyRows } from '../domain/policy-file';
import { SEED_FILES, SEED_HOLIDAYS } from '../domain/seed-files';
import { PolicyRepository } from '../persistence/policy-repository';

/**
 * Fills the book with what law and practice were known when this version was made. A key and market the table already knows is left alone:
 * what the office published wins, whatever a newer version brings.
 */
@Injectable()
export class SeedPolicies {
  constructor(private readonly runner: TransactionRunner) {}

  async run(): Promise<{ rules: number; holidays: number }> {
    const faults: FileFault[] = [];
    const rows = SEED_FILES.flatMap((file) => readPolicyRows(file, faults));
    const days = readHolidayRows(SEED_HOLIDAYS, faults);
    if (faults.length)
      throw new DomainError('invalid', 'POLICY_SEED_BROKEN', 'Bộ quy tắc đi kèm phần mềm bị hỏng, hãy cài lại.', {
        faults,
      });
    return this.runner.run(systemActor('policy-seed'), async (tx) => {
      const rules = await PolicyRepository.addUnknown(tx, rows, 'seed');
      const holidays = await PolicyRepository.putHolidays(tx, days, false);
      if (rules || holidays)
        await AuditTrail.record(tx, {
          action: 'policy.seed',
          subject: { kind: 'policy' },
          detail: { rules, holidays },
        });
      return { rules, holidays };
    });
  }
}
