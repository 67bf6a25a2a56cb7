import { Injectable } from '@nestjs/common';
import { Seal, type Tx } from '@app/platform';
import { normalisePassport } from '../domain/phone';
import type { Duplicate } from '../domain/register-command';
import { nameKey } from '../domain/worker-name';
import type { WorkerRecord } from '../domain/worker-record';
import { DuplicateRows } from '../persistence/duplicate-rows';

/** Who of the actor's scope may be the same person, and why. Never names anybody outside the scope. */
@Injectable()
export class FindDuplicates {
  constructor(private readonly seal: Seal) {}

  async of(tx: Tx, person: WorkerRecord): Promise<Duplicate[]> {
    return DuplicateRows.of(tx, {
      provinceCode: person.residence.provinceCode,
      nameKey: nameKey(person.fullName),
      birthDate: person.birthDate ?? null,
      yearOnly: (person.birthPrecision ?? 'YMD') !== 'YMD',
      phones: [...(person.phones ?? [])],
      citizenIdIndex: person.citizenId ? this.seal.blindIndex('citizen-id', person.citizenId) : null,
      passportIndex: person.passport ? this.seal.blindIndex('passport', normalisePassport(person.passport)) : null,
    });
  }
}
