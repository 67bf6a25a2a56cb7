import { CaseQueries, type CurrentCase } from '@app/casework';
import type { Actor } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { FindWorkers, type FoundWorker } from '@app/workers';
import { Injectable } from '@nestjs/common';
import { FoundCaseRows } from '../persistence/found-case-rows';

/** A person as the palette shows one. */
export interface FoundLine {
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: FoundWorker['birthDate'];
  readonly birthPrecision: FoundWorker['birthPrecision'];
  readonly sex: FoundWorker['sex'];
  readonly communeCode: string | null;
  readonly communeName: string | null;
  /** The commune they registered with, where it bears another name today. */
  readonly declaredName: string | null;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly stage: CurrentCase['stage'] | null;
  readonly market: string | null;
  readonly contractEnd: CurrentCase['contractEnd'];
  readonly agencyName: string | null;
  readonly openAlerts: number;
}

const MOST = 20;
const CASE_CODE = /^[2-9A-HJKMNP-TV-Z]{10}$/i;

/** "Who is calling?": people of the actor's scope with the case they are in now, best answer first. */
@Injectable()
export class FindPeople {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly workers: FindWorkers,
    private readonly cases: CaseQueries,
  ) {}

  async run(actor: Actor, text: string): Promise<FoundLine[]> {
    return this.runner.run(actor, async (tx) => {
      const found = (await this.byCode(tx, text.trim())) ?? (await this.workers.apply(tx, text, MOST));
      const current = new Map(
        (
          await this.cases.currentOf(
            tx,
            found.map(({ id }) => id),
          )
        ).map((one) => [one.workerId, one]),
      );
      const more = await FoundCaseRows.of(
        tx,
        [...current.values()].map(({ id }) => id),
      );
      return found.map((worker) => lineOf(worker, current.get(worker.id), more));
    });
  }

  /** A case code that may be seen; anything else may still be a name of ten letters. */
  private async byCode(tx: Tx, text: string): Promise<FoundWorker[] | undefined> {
    const workerId = CASE_CODE.test(text) ? await this.cases.workerOfCode(tx, text.toUpperCase()) : undefined;
    return workerId === undefined ? undefined : this.workers.byId(tx, workerId);
  }
}

function lineOf(
  { id, ...worker }: FoundWorker,
  current: CurrentCase | undefined,
  more: Awaited<ReturnType<typeof FoundCaseRows.of>>,
): FoundLine {
  const known = current && more.get(current.id);
  return {
    workerId: id,
    ...worker,
    caseId: current?.id ?? null,
    caseCode: current?.code ?? null,
    stage: current?.stage ?? null,
    market: current?.market ?? null,
    contractEnd: current?.contractEnd ?? null,
    agencyName: known?.agencyName ?? null,
    openAlerts: known?.openAlerts ?? 0,
  };
}
