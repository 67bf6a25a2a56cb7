import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/kernel';
import { Seal, TransactionRunner, type Tx } from '@app/platform';
import { normalisePassport, normalisePhone } from '../domain/phone';
import type { Duplicate } from '../domain/register-command';
import { nameKey } from '../domain/worker-name';
import type { WorkerRecord } from '../domain/worker-record';
import { DuplicateRows } from '../persistence/duplicate-rows';

/** As much of a person as a form holds so far. */
export interface TypedPerson extends Partial<
  Pick<WorkerRecord, 'fullName' | 'birthDate' | 'birthPrecision' | 'citizenId' | 'passport' | 'phones'>
> {
  readonly provinceCode?: string;
}

/** Who of the actor's scope may be the same person, and why. Never names anybody outside the scope. */
@Injectable()
export class FindDuplicates {
  constructor(
    private readonly seal: Seal,
    private readonly runner: TransactionRunner,
  ) {}

  /** Looks while somebody types: what is not a whole number or name yet finds nothing. Writes nothing and asks no other place. */
  async whileTyping(actor: Actor, person: TypedPerson): Promise<Duplicate[]> {
    const { scope } = actor;
    const provinceCode = scope.kind === 'province' || scope.kind === 'commune' ? scope.province : (person.provinceCode ?? '');
    const phones = (person.phones ?? []).flatMap((text) => normalisePhone(text) ?? []);
    return this.runner.run(actor, (tx) =>
      this.of(tx, { ...person, fullName: person.fullName ?? '', phones, residence: { provinceCode, communeCode: null } }),
    );
  }

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
