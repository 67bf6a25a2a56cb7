import { readFile } from 'node:fs/promises';
import { type Actor, DomainError, foldText, systemActor, tidyText } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { decidePublication } from '../domain/decide-publication';
import { type FileFault, type PolicyFile, readHolidayRows, readPolicyRows } from '../domain/policy-file';
import { PolicyRepository } from '../persistence/policy-repository';

export interface Published {
  readonly rules: number;
  readonly holidays: number;
  readonly unchanged: number;
}

/**
 * Takes a file `{enteredBy, approvedBy, rules: [{key, market?, value, from, basis, certain?, note?}], holidays?: [{day, kind, name, basis}]}`:
 * the row in force ends the day before the new one begins. Two persons stand behind every change. All rows or none.
 */
@Injectable()
export class PublishPolicies {
  constructor(private readonly runner: TransactionRunner) {}

  /** Refuses with POLICY_FILE_UNREADABLE, POLICY_ONE_PERSON or POLICY_FILE_REFUSED (every fault with its row and field). */
  async run(path: string, actor: Actor = systemActor('policy')): Promise<Published> {
    return this.publish(await readPolicyFile(path), actor);
  }

  async publish(file: PolicyFile, actor: Actor): Promise<Published> {
    return this.runner.run(actor, (tx) => this.apply(tx, file));
  }

  private async apply(tx: Tx, file: PolicyFile): Promise<Published> {
    const today = await PolicyRepository.businessDay(tx);
    const standing = await PolicyRepository.ofKeys(tx, [...new Set(file.rules.map((row) => row.key))]);
    const { add, unchanged, faults } = decidePublication(file.rules, standing, today);
    const past = file.holidays.flatMap((row, at): FileFault[] =>
      row.day < today ? [{ row: at + 1, field: 'holidays.day', message: `Ngày ${row.day} đã qua, không sửa lịch của ngày đã qua.` }] : [],
    );
    refuseFaults([...faults, ...past]);
    await PolicyRepository.succeed(tx, add, file.enteredBy, file.approvedBy);
    const holidays = await PolicyRepository.putHolidays(tx, file.holidays, true);
    if (add.length || holidays)
      await AuditTrail.record(tx, {
        action: 'policy.publish',
        subject: { kind: 'policy' },
        detail: {
          rules: add.map((row) => `${row.key} ${row.market} ${row.from}`),
          holidays,
          enteredBy: file.enteredBy,
          approvedBy: file.approvedBy,
        },
      });
    return { rules: add.length, holidays, unchanged };
  }
}

/** Throws POLICY_FILE_REFUSED with every fault. */
export function refuseFaults(faults: readonly FileFault[]): void {
  if (!faults.length) return;
  const first = faults[0]!;
  throw new DomainError(
    'invalid',
    'POLICY_FILE_REFUSED',
    `Không công bố quy tắc nào: tệp có ${faults.length} lỗi. Dòng ${first.row}, mục ${first.field}: ${first.message}`,
    { faults },
  );
}

async function readPolicyFile(path: string): Promise<PolicyFile> {
  let given: Record<string, unknown>;
  try {
    given = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    throw new DomainError('invalid', 'POLICY_FILE_UNREADABLE', 'Không đọc được tệp quy tắc: cần một tệp JSON đúng cú pháp.', {
      reason: String((error as Error).message),
    });
  }
  const { rules, holidays = [] } = given ?? {};
  const person = (name: 'enteredBy' | 'approvedBy') => (typeof given?.[name] === 'string' ? tidyText(given[name]) : '');
  if (!Array.isArray(rules) || !Array.isArray(holidays))
    throw new DomainError('invalid', 'POLICY_FILE_UNREADABLE', 'Tệp quy tắc cần mục "rules" là danh sách các dòng (và "holidays" nếu có).');
  const enteredBy = person('enteredBy');
  const approvedBy = person('approvedBy');
  if (!enteredBy || !approvedBy || foldText(enteredBy) === foldText(approvedBy))
    throw new DomainError(
      'refused',
      'POLICY_ONE_PERSON',
      'Cần hai người khác nhau: ghi "enteredBy" (người nhập) và "approvedBy" (người duyệt).',
    );
  const faults: FileFault[] = [];
  const file = {
    enteredBy,
    approvedBy,
    rules: readPolicyRows(rules, faults),
    holidays: readHolidayRows(holidays, faults),
  };
  refuseFaults(faults);
  return file;
}
