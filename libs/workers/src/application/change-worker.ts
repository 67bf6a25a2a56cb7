import { Injectable } from '@nestjs/common';
import { DeskTasks } from '@app/identity';
import { type Actor, type CitizenId, DomainError, type LocalDate, notFound, tidyText } from '@app/kernel';
import { AuditTrail, Seal, TransactionRunner, type Tx } from '@app/platform';
import { chooseCommuneKey } from '../domain/choose-commune-key';
import { mayKeepPeople } from '../domain/people-keepers';
import { normalisePassport } from '../domain/phone';
import type { BirthPrecision, FamilyContactRecord, ResidenceRecord } from '../domain/worker-record';
import { ResidenceRows } from '../persistence/residence-rows';
import { type WorkerColumns, WorkerEditRows } from '../persistence/worker-edit-rows';

/** A change at a desk: a field that is absent stays, null empties. Lists replace the stored ones. */
export interface ChangeWorkerCommand {
  readonly workerId: string;
  /** Version the officer saw; another one refuses as stale. */
  readonly expectedVersion: number;
  readonly requestId: string;
  readonly fullName?: string;
  readonly birthDate?: LocalDate | null;
  readonly birthPrecision?: BirthPrecision | null;
  readonly sex?: 'M' | 'F' | null;
  readonly ethnicCode?: string | null;
  readonly householdClass?: string | null;
  readonly education?: string | null;
  readonly skill?: string | null;
  readonly hamlet?: string | null;
  readonly consentFamilyNotice?: boolean;
  readonly citizenId?: CitizenId;
  readonly passport?: string;
  readonly phones?: readonly string[];
  readonly priorityGroups?: readonly string[];
  readonly contacts?: readonly FamilyContactRecord[];
  /** A new place within the province, with the reason that residence history keeps; the person's cases follow. */
  readonly residence?: ResidenceRecord & { readonly reason: string };
}

/** Changes a person under an optimistic version; a move is kept as residence history. */
@Injectable()
export class ChangeWorker {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly seal: Seal,
  ) {}

  /** The new version. Throws NOT_FOUND, WORKER_STALE, CITIZEN_ID_TAKEN, MOVE_OUT_OF_PROVINCE. */
  async run(actor: Actor, command: ChangeWorkerCommand): Promise<{ version: number }> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  private async apply(tx: Tx, command: ChangeWorkerCommand): Promise<{ version: number }> {
    const { workerId, residence } = command;
    mayKeepPeople(tx.actor);
    const stored = await WorkerEditRows.versionOf(tx, workerId);
    if (!stored) throw notFound('Không tìm thấy người lao động này trong phạm vi của bạn.');
    if (stored.version !== command.expectedVersion)
      throw new DomainError('stale', 'WORKER_STALE', 'Thông tin người lao động vừa được người khác thay đổi. Hãy tải lại rồi sửa lại.', {
        version: stored.version,
      });
    const { scope } = tx.actor;
    if (residence && scope.kind === 'commune' && !scope.communes.includes(residence.communeCode ?? ''))
      throw new DomainError(
        'refused',
        'MOVE_OUT_OF_COMMUNE',
        'Người lao động chuyển sang xã khác. Hãy đề nghị trung tâm ghi việc chuyển nơi ở.',
      );
    if (residence && residence.provinceCode !== stored.provinceCode)
      throw new DomainError('refused', 'MOVE_OUT_OF_PROVINCE', 'Người lao động chuyển sang tỉnh khác. Hãy đề nghị Sở Nội vụ chuyển hồ sơ.');
    if (command.fullName !== undefined) await WorkerEditRows.rename(tx, workerId, tidyText(command.fullName));
    if (command.phones) await WorkerEditRows.replacePhones(tx, workerId, command.phones);
    if (command.priorityGroups) await WorkerEditRows.replaceGroups(tx, workerId, command.priorityGroups);
    if (command.contacts) await WorkerEditRows.replaceContacts(tx, workerId, command.contacts);
    await WorkerEditRows.set(tx, workerId, this.columns(command)).catch(numberTaken);
    await AuditTrail.record(tx, {
      action: 'workers.change',
      subject: { kind: 'worker', id: workerId },
      province: stored.provinceCode,
      detail: { fields: fieldsOf(command) },
    });
    // Last: after a move the person may lie outside a commune officer's own scope.
    if (residence) {
      const since = await ResidenceRows.dividedSince(tx, workerId);
      if (since) await DeskTasks.close(tx, chooseCommuneKey(workerId, since), 'chosen');
      await WorkerEditRows.move(tx, workerId, residence, residence.reason);
    }
    return { version: stored.version + 1 };
  }

  private columns(command: ChangeWorkerCommand): WorkerColumns {
    const { workerId, citizenId } = command;
    const passport = command.passport && normalisePassport(command.passport);
    return {
      birth_date: command.birthDate,
      birth_precision: command.birthPrecision,
      sex: command.sex,
      ethnic_code: command.ethnicCode,
      household_class: command.householdClass,
      education: command.education,
      skill: command.skill,
      hamlet: command.hamlet,
      consent_family_notice: command.consentFamilyNotice,
      ...(citizenId && {
        citizen_id_cipher: this.seal.close(citizenId, workerId),
        citizen_id_index: this.seal.blindIndex('citizen-id', citizenId),
      }),
      ...(passport && {
        passport_cipher: this.seal.close(passport, workerId),
        passport_index: this.seal.blindIndex('passport', passport),
      }),
    };
  }
}

/** Names of the changed fields, never their values. */
function fieldsOf(command: ChangeWorkerCommand): string[] {
  return Object.keys(command).filter((key) => !['workerId', 'expectedVersion', 'requestId'].includes(key));
}

/** Neutral: whose number it is stays unsaid. */
function numberTaken(error: unknown): never {
  if ((error as { constraint?: string }).constraint === 'worker_citizen_id_index_key')
    throw new DomainError(
      'refused',
      'CITIZEN_ID_TAKEN',
      'Số định danh này đã có trong hệ thống. Hãy kiểm tra lại số, hoặc đề nghị trung tâm đối chiếu.',
    );
  throw error;
}
