import { Injectable } from '@nestjs/common';
import type { CitizenId } from '@app/kernel';
import { Seal, type Tx } from '@app/platform';
import type { KnownPerson } from '../domain/worker-line';
import { KnownWorkerRows } from '../persistence/known-worker-rows';

/** People of the actor's scope by identity number, many at once. */
@Injectable()
export class KnownPeople {
  constructor(private readonly seal: Seal) {}

  async byCitizenIds(tx: Tx, ids: readonly CitizenId[]): Promise<Map<CitizenId, KnownPerson>> {
    const byIndex = this.indexed(ids);
    const rows = await KnownWorkerRows.byCitizenIdIndex(
      tx,
      [...byIndex.values()].map(({ index }) => index),
    );
    return new Map(rows.map((row) => [byIndex.get(row.citizenIdIndex!.toString('base64'))!.id, person(row)]));
  }

  /** Undefined out of scope. */
  async byId(tx: Tx, workerId: string): Promise<KnownPerson | undefined> {
    const [row] = await KnownWorkerRows.byId(tx, [workerId]);
    return row && person(row);
  }

  /** Those of the numbers that belong to somebody outside the actor's scope. Yes or no, nothing else. */
  async foreign(tx: Tx, ids: readonly CitizenId[]): Promise<Set<CitizenId>> {
    const byIndex = this.indexed(ids);
    const anywhere = await KnownWorkerRows.knownAnywhere(
      tx,
      [...byIndex.values()].map(({ index }) => index),
    );
    const own = await this.byCitizenIds(tx, ids);
    return new Set([...anywhere].map((key) => byIndex.get(key)!.id).filter((id) => !own.has(id)));
  }

  private indexed(ids: readonly CitizenId[]): Map<string, { id: CitizenId; index: Buffer }> {
    return new Map(
      ids.map((id) => {
        const index = this.seal.blindIndex('citizen-id', id);
        return [index.toString('base64'), { id, index }];
      }),
    );
  }
}

function person(row: KnownPerson): KnownPerson {
  const { workerId, fullName, birthDate, birthPrecision, sex, provinceCode, communeCode } = row;
  return { workerId, fullName, birthDate, birthPrecision, sex, provinceCode, communeCode };
}
