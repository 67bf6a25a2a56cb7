import { ReadLog } from '@app/identity';
import { type Actor, type CitizenId, DomainError, notFound, tidyText } from '@app/kernel';
import { AuditTrail, Seal, TransactionRunner, type Tx } from '@app/platform';
import { PolicyBook } from '@app/policy';
import { Injectable } from '@nestjs/common';
import { mayKeepPeople } from '../domain/people-keepers';
import { RelativeRows, type RelativeLine } from '../persistence/relative-rows';
import { WorkerCardRows } from '../persistence/worker-card-rows';

export interface RelativeCommand {
  readonly workerId: string;
  readonly kin: RelativeLine['kin'];
  readonly fullName: string;
  /** With it the rules of a market find an unlawful stay of the relative by themselves. */
  readonly citizenId?: CitizenId;
  readonly requestId: string;
}

const MOST = 20;

/** Near relatives by name and number, for the markets that ask about them. */
@Injectable()
export class KeepRelatives {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly seal: Seal,
  ) {}

  async list(actor: Actor, workerId: string): Promise<RelativeLine[]> {
    return this.runner.run(actor, async (tx) => {
      await known(tx, workerId);
      return RelativeRows.list(tx, workerId);
    });
  }

  async put(actor: Actor, { workerId, kin, citizenId, requestId, ...given }: RelativeCommand): Promise<RelativeLine[]> {
    const fullName = tidyText(given.fullName);
    return this.change(actor, workerId, requestId, 'workers.put-relative', async (tx) => {
      if ((await RelativeRows.list(tx, workerId)).length >= MOST)
        throw new DomainError('refused', 'RELATIVES_MANY', `Đã có ${MOST} thân nhân. Hãy bỏ bớt người ghi trùng.`);
      if (citizenId) await countNumber(tx, workerId);
      await RelativeRows.put(tx, workerId, {
        kin,
        fullName,
        cipher: citizenId ? this.seal.close(citizenId, workerId) : null,
        index: citizenId ? this.seal.blindIndex('citizen-id', citizenId) : null,
      });
    });
  }

  async remove(actor: Actor, { workerId, kin, fullName, requestId }: Omit<RelativeCommand, 'citizenId'>): Promise<RelativeLine[]> {
    return this.change(actor, workerId, requestId, 'workers.remove-relative', async (tx) => {
      await RelativeRows.remove(tx, workerId, kin, tidyText(fullName));
    });
  }

  private change(
    actor: Actor,
    workerId: string,
    requestId: string,
    action: string,
    work: (tx: Tx) => Promise<void>,
  ): Promise<RelativeLine[]> {
    mayKeepPeople(actor);
    return this.runner.run(
      actor,
      async (tx) => {
        await known(tx, workerId);
        await work(tx);
        await AuditTrail.record(tx, { action, subject: { kind: 'worker', id: workerId } });
        return RelativeRows.list(tx, workerId);
      },
      { requestId },
    );
  }
}

/** A market's rules answer for a relative by the number alone, so that whoever wrote down numbers at will could ask about anybody. Throws RELATIVES_LIMIT. */
async function countNumber(tx: Tx, workerId: string): Promise<void> {
  const limit = (await PolicyBook.at(tx)).requireValue<number>('privacy.relative_numbers_per_day');
  if ((await ReadLog.countLastDay(tx, 'relative')) >= limit)
    throw new DomainError(
      'limited',
      'RELATIVES_LIMIT',
      `Tài khoản này đã ghi ${limit} số căn cước của thân nhân trong một ngày. Hãy ghi tiếp vào ngày mai.`,
      {
        limit,
      },
    );
  await ReadLog.record(tx, { workerId, fields: 'relatives', purpose: 'relative' });
}

async function known(tx: Tx, workerId: string): Promise<void> {
  if (!(await WorkerCardRows.find(tx, workerId))) throw notFound('Không tìm thấy người lao động này trong phạm vi của bạn.');
}
