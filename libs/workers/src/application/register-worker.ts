import { Injectable } from '@nestjs/common';
import { DeskTasks } from '@app/identity';
import { type Actor, DomainError, idOfRequest, tidyText } from '@app/kernel';
import { AuditTrail, Seal, TransactionRunner, type Tx } from '@app/platform';
import { mayKeepPeople } from '../domain/people-keepers';
import { normalisePassport, normalisePhone } from '../domain/phone';
import type { RegisterAnswer, RegisterCommand } from '../domain/register-command';
import { BulkWorkerRows } from '../persistence/bulk-worker-rows';
import { KnownWorkerRows } from '../persistence/known-worker-rows';
import { FindDuplicates } from './find-duplicates';

/** Registers one person at a desk: looks first, asks when somebody like that is known, tells nothing of other places. */
@Injectable()
export class RegisterWorker {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly seal: Seal,
    private readonly duplicates: FindDuplicates,
  ) {}

  async run(actor: Actor, command: RegisterCommand): Promise<RegisterAnswer> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  /** Throws NAME_NOT_A_NAME, PHONE_UNREADABLE. */
  async apply(tx: Tx, given: RegisterCommand): Promise<RegisterAnswer> {
    const command = tidied(given);
    mayKeepPeople(tx.actor);
    const id = idOfRequest(tx.actor, 'worker', command.requestId);
    if ((await KnownWorkerRows.byId(tx, [id])).length > 0) return { outcome: 'created', workerId: id };
    const citizenIdIndex = command.citizenId ? this.seal.blindIndex('citizen-id', command.citizenId) : null;
    const alike = await this.duplicates.of(tx, command);
    const same = alike.find(({ reasons }) => reasons.includes('SAME_CITIZEN_ID'));
    if (same) return { outcome: 'existing', workerId: same.workerId };
    if (citizenIdIndex && (await KnownWorkerRows.knownAnywhere(tx, [citizenIdIndex])).size > 0)
      return this.takenNumber(tx, command, citizenIdIndex);
    const open = alike.filter(({ workerId }) => !command.confirmedNew?.includes(workerId));
    if (open.length > 0) return { outcome: 'ask', duplicates: open };
    const made = await BulkWorkerRows.insert(
      tx,
      [
        {
          id,
          record: command,
          citizenIdIndex,
          citizenIdCipher: command.citizenId ? this.seal.close(command.citizenId, id) : null,
          passportIndex: command.passport ? this.seal.blindIndex('passport', command.passport) : null,
          passportCipher: command.passport ? this.seal.close(command.passport, id) : null,
        },
      ],
      tx.actor.organisationId,
    );
    if (!made.has(id)) return this.takenNumber(tx, command, citizenIdIndex);
    await AuditTrail.record(tx, {
      action: 'workers.register',
      subject: { kind: 'worker', id },
      province: command.residence.provinceCode,
      detail: { confirmedNew: command.confirmedNew?.length ?? 0 },
    });
    return { outcome: 'created', workerId: id };
  }

  /** Somebody has this number: perhaps registered here a moment ago, so the scope is asked again before anybody is called a stranger. */
  private async takenNumber(tx: Tx, command: RegisterCommand, index: Buffer | null): Promise<RegisterAnswer> {
    const [person] = await KnownWorkerRows.byCitizenIdIndex(tx, index ? [index] : []);
    return person ? { outcome: 'existing', workerId: person.id } : this.foreign(tx, command);
  }

  private async foreign(tx: Tx, command: RegisterCommand): Promise<RegisterAnswer> {
    await DeskTasks.open(tx, {
      desk: 'centre',
      province: command.residence.provinceCode,
      kind: 'FOREIGN_DUPLICATE',
      dedupeKey: `foreign-duplicate:${idOfRequest(tx.actor, 'worker', command.requestId)}`,
      detail: { requestId: command.requestId },
    });
    return { outcome: 'foreign' };
  }
}

function tidied(command: RegisterCommand): RegisterCommand {
  const fullName = tidyText(command.fullName);
  if (!/\p{L}/u.test(fullName)) throw new DomainError('invalid', 'NAME_NOT_A_NAME', 'Họ tên chưa hợp lệ. Hãy nhập đủ họ và tên.');
  const phones = (command.phones ?? []).map((text) => {
    const phone = normalisePhone(text);
    if (!phone)
      throw new DomainError(
        'invalid',
        'PHONE_UNREADABLE',
        'Số điện thoại không hợp lệ. Hãy nhập đủ 10 số bắt đầu bằng 0, hoặc số nước ngoài bắt đầu bằng +.',
      );
    return phone;
  });
  return { ...command, fullName, phones, passport: command.passport ? normalisePassport(command.passport) : null };
}
