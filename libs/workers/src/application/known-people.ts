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

  /** People of the scope, and those of the numbers that belong to somebody outside of it: yes or no, nothing else. */
  async sort(tx: Tx, ids: readonly CitizenId[]): Promise<{ known: Map<CitizenId, KnownPerson>; foreign: Set<CitizenId> }> {
    const byIndex = this.indexed(ids);
    const known = new Map<CitizenId, KnownPerson>();
    const look = async (indexes: readonly Buffer[]) => {
      for (const row of await KnownWorkerRows.byCitizenIdIndex(tx, indexes))
        known.set(byIndex.get(row.citizenIdIndex!.toString('base64'))!.id, person(row));
    };
    await look([...byIndex.values()].map(({ index }) => index));
    const absent = [...byIndex.values()].filter(({ id }) => !known.has(id)).map(({ index }) => index);
    const anywhere = await KnownWorkerRows.knownAnywhere(tx, absent);
    // Asked again: somebody may have been registered here between the two reads.
    await look(absent.filter((index) => anywhere.has(index.toString('base64'))));
    return { known, foreign: new Set([...anywhere].map((key) => byIndex.get(key)!.id).filter((id) => !known.has(id))) };
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
