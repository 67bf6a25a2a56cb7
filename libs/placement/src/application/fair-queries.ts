import { type Actor, type LocalDate, notFound } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { FairDetail, FairLine } from '../domain/job-fair';
import { FairRows } from '../persistence/fair-rows';

/** Fairs of the reader's province with the people the reader answers for: a commune its own, the centre all of them. */
@Injectable()
export class FairQueries {
  constructor(private readonly runner: TransactionRunner) {}

  async list(actor: Actor): Promise<{ today: LocalDate; fairs: FairLine[] }> {
    return this.runner.run(actor, async (tx) => ({ today: await FairRows.today(tx), fairs: await FairRows.list(tx) }));
  }

  /** Throws NOT_FOUND. */
  async detail(actor: Actor, fairId: string): Promise<FairDetail> {
    return this.runner.run(actor, async (tx) => {
      const found = await FairRows.find(tx, fairId);
      if (!found) throw notFound('Không tìm thấy phiên giao dịch việc làm này trong phạm vi của bạn.');
      const people = await FairRows.people(tx, fairId);
      return { ...found, signed: people.length, people, brought: await FairRows.brought(tx, fairId) };
    });
  }
}
