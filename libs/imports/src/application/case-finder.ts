import type { CitizenId, LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { KnownPeople } from '@app/workers';
import { CaseLookup, type KnownCaseLine } from '../persistence/case-lookup';

/** How a line of an agency names its case. */
export interface CaseKey {
  readonly caseCode: string | null;
  readonly idNumber: CitizenId | null;
  /** Tells two cases of one person apart. */
  readonly exitDate: LocalDate | null;
}

/** Finds the cases that the lines of a file speak of, in three statements for any number of lines; what is out of scope is not there. */
export class CaseFinder {
  private constructor(
    private readonly people: ReadonlyMap<CitizenId, { workerId: string }>,
    private readonly cases: readonly KnownCaseLine[],
    private readonly coded: readonly KnownCaseLine[],
  ) {}

  static async load(tx: Tx, known: KnownPeople, keys: readonly CaseKey[]): Promise<CaseFinder> {
    const ids = [...new Set(keys.map(({ idNumber }) => idNumber).filter((id): id is CitizenId => id !== null))];
    const people = await known.byCitizenIds(tx, ids);
    const workers = [...people.values()].map(({ workerId }) => workerId);
    const cases = await CaseLookup.ofWorkers(tx, workers);
    const coded = await CaseLookup.byCodes(tx, [...new Set(keys.map(({ caseCode }) => caseCode).filter((code) => code !== null))]);
    return new CaseFinder(people, cases, coded);
  }

  /** The case by its code, else the person's running case, else the newest. A code and a number that disagree mean nobody. */
  find({ caseCode, idNumber, exitDate }: CaseKey): KnownCaseLine | undefined {
    const workerId = idNumber ? this.people.get(idNumber)?.workerId : undefined;
    if (caseCode) {
      const fitting = this.coded.filter(
        (one) => (one.code === caseCode || one.externalCodes.includes(caseCode)) && (!idNumber || one.workerId === workerId),
      );
      return fitting.length === 1 ? fitting[0] : undefined;
    }
    const own = this.cases.filter((one) => one.workerId === workerId);
    return (
      own.find(({ departedOn }) => departedOn !== null && departedOn === exitDate) ??
      own.find(({ returnedOn, stage }) => !returnedOn && !['CLOSED', 'WITHDRAWN', 'NOT_SENT', 'REJECTED', 'DECEASED'].includes(stage)) ??
      own.at(-1)
    );
  }
}
