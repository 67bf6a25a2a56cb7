import { DeskTasks } from '@app/identity';
import { type Actor, DomainError, newId, notFound, tidyText } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { normalisePhone } from '../domain/phone';
import type { FamilyContactRecord } from '../domain/worker-record';
import { ContactRows, type FamilyContactLine } from '../persistence/contact-rows';
import { WorkerCardRows } from '../persistence/worker-card-rows';
import { WorkerEditRows } from '../persistence/worker-edit-rows';
import { lockChangeable } from './changeable';

/** Of whom, and which version of the person the officer saw. */
export interface ContactCommand {
  readonly workerId: string;
  readonly expectedVersion: number;
  readonly requestId: string;
}

const MOST = 10;

/** Relatives of a person, one by one: each with a commune and a consent of its own. */
@Injectable()
export class KeepContacts {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws NOT_FOUND. */
  async list(actor: Actor, workerId: string): Promise<FamilyContactLine[]> {
    return this.runner.run(actor, async (tx) => {
      if (!(await WorkerCardRows.find(tx, workerId))) throw notFound('Không tìm thấy người lao động này trong phạm vi của bạn.');
      return ContactRows.list(tx, workerId);
    });
  }

  /** Throws CONTACTS_MANY, PHONE_UNREADABLE and the refusals of {@link lockChangeable}. */
  async add(actor: Actor, command: ContactCommand, contact: FamilyContactRecord): Promise<{ contactId: string; version: number }> {
    const contactId = newId();
    const done = await this.change(actor, command, 'add', async (tx) => {
      if ((await ContactRows.list(tx, command.workerId)).length >= MOST)
        throw new DomainError('refused', 'CONTACTS_MANY', `Đã có ${MOST} người liên hệ. Hãy bỏ bớt người không còn liên lạc được.`);
      await ContactRows.add(tx, command.workerId, contactId, tidied(contact));
    });
    return { contactId, ...done };
  }

  async replace(actor: Actor, command: ContactCommand, contactId: string, contact: FamilyContactRecord): Promise<{ version: number }> {
    return this.change(actor, command, 'change', async (tx) => {
      if (!(await ContactRows.change(tx, command.workerId, contactId, tidied(contact)))) throw unknown();
    });
  }

  async remove(actor: Actor, command: ContactCommand, contactId: string): Promise<{ version: number }> {
    return this.change(actor, command, 'remove', async (tx) => {
      if (!(await ContactRows.remove(tx, command.workerId, contactId))) throw unknown();
    });
  }

  private async change(
    actor: Actor,
    { workerId, expectedVersion, requestId }: ContactCommand,
    deed: string,
    work: (tx: Tx) => Promise<void>,
  ): Promise<{ version: number }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const { version, provinceCode } = await lockChangeable(tx, workerId, expectedVersion);
        await work(tx);
        await WorkerEditRows.set(tx, workerId, {});
        const placed = (await ContactRows.list(tx, workerId)).every(({ communeCode }) => communeCode !== null);
        if (placed) await DeskTasks.closeOfWorker(tx, { workerId, kind: 'CHOOSE_COMMUNE', relative: true }, 'chosen');
        await AuditTrail.record(tx, {
          action: 'workers.keep-contacts',
          subject: { kind: 'worker', id: workerId },
          province: provinceCode,
          detail: { deed },
        });
        return { version: version + 1 };
      },
      { requestId },
    );
  }
}

function tidied(contact: FamilyContactRecord): FamilyContactRecord {
  const phone = contact.phone ? normalisePhone(contact.phone) : null;
  if (phone === undefined)
    throw new DomainError(
      'invalid',
      'PHONE_UNREADABLE',
      'Số điện thoại không hợp lệ. Hãy nhập đủ 10 số bắt đầu bằng 0, hoặc số nước ngoài bắt đầu bằng +.',
    );
  return { ...contact, phone, fullName: tidyText(contact.fullName) };
}

function unknown(): DomainError {
  return notFound('Không tìm thấy người liên hệ này.');
}
