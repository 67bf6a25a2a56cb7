import { addDays, type LocalDate } from '@app/kernel';
import type { UnitDraft, UnitFault } from './unit-file';
import { FROM_EVER, UNTIL_EVER, type UnitLevel, isBefore, isInForce } from './unit';

/** A unit as the table shall hold it. `parent` is the key of the unit above. */
export interface PlannedUnit {
  readonly level: UnitLevel;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly parentCode: string;
  readonly from: string;
  to: string;
  readonly altNames: readonly string[];
  readonly basis: string;
  readonly verified: boolean;
  /** The line it was read from; undefined = already in the table. */
  readonly draft?: UnitDraft;
  /** Its row differs from the table's. */
  touched: boolean;
}

export const keyOf = (unit: Pick<PlannedUnit, 'level' | 'code' | 'from'>) => `${unit.level} ${unit.code} ${unit.from}`;

/** Units of one level and code one after another, so that "who bore this code on that day" has one answer. */
export class UnitTimeline {
  private readonly rows = new Map<string, PlannedUnit[]>();

  constructor(units: Iterable<PlannedUnit>) {
    for (const unit of units) {
      const key = `${unit.level} ${unit.code}`;
      this.rows.set(key, [...(this.rows.get(key) ?? []), unit]);
    }
    for (const list of this.rows.values()) list.sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1));
  }

  on(level: UnitLevel, code: string, day: string): PlannedUnit | undefined {
    return this.rows.get(`${level} ${code}`)?.find((unit) => isInForce(unit, day));
  }

  /** Consecutive rows of one code: [earlier, later], the later beginning the day after. */
  *neighbours(): Generator<readonly [PlannedUnit, PlannedUnit]> {
    for (const list of this.rows.values()) for (let at = 1; at < list.length; at++) yield [list[at - 1]!, list[at]!];
  }

  /** An open row ends the day before the next of its code begins; a closed one that reaches into the next is a fault. */
  closeAndCheck(faults: UnitFault[]): void {
    for (const [earlier, later] of this.neighbours()) {
      if (later.from === FROM_EVER || isBefore(earlier.to, later.from)) continue;
      if (earlier.to === UNTIL_EVER) close(earlier, later.from as LocalDate);
      else if (later.draft ?? earlier.draft) {
        const { file, line } = (later.draft ?? earlier.draft)!.at;
        faults.push({
          file,
          line,
          column: 'valid_from',
          value: later.from,
          message: `trùng thời gian với ${earlier.name}, còn hiệu lực đến ${earlier.to}`,
        });
      }
    }
  }
}

/** Last day = the day before `next` begins. */
export function close(unit: PlannedUnit, next: LocalDate): void {
  unit.to = addDays(next, -1);
  unit.touched = true;
}
