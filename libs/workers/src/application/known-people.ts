import { Injectable } from '@nestjs/common';
import type { CitizenId } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { KnownPerson } from '../domain/worker-line';

@Injectable()
export class KnownPeople {
  async byCitizenIds(_tx: Tx, _ids: readonly CitizenId[]): Promise<Map<CitizenId, KnownPerson>> {
    throw new Error('not yet');
  }

  /** Those of the numbers that belong to somebody outside the actor's scope. Yes or no, nothing else. */
  async foreign(_tx: Tx, _ids: readonly CitizenId[]): Promise<Set<CitizenId>> {
    throw new Error('not yet');
  }
}
