import type { Tx } from '@app/platform';
import { WorkingDays } from '../domain/working-days';
import { PolicyRepository } from '../persistence/policy-repository';

/** The calendar of days off as the table has it. Load it once per run; afterwards it is pure. */
export class WorkingCalendar extends WorkingDays {
  static async load(tx: Tx): Promise<WorkingCalendar> {
    return new WorkingCalendar(await PolicyRepository.holidays(tx));
  }
}
