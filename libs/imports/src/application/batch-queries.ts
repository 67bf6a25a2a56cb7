import { type Actor, notFound } from '@app/kernel';
import { Seal, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type BatchLine, BatchRows } from '../persistence/batch-rows';
import type { RowResult } from './import-target';

/** Files an office sent, newest first, and what became of their rows. */
@Injectable()
export class BatchQueries {
  constructor(
    private readonly runner: TransactionRunner,
    readonly seal: Seal,
  ) {}

  async list(actor: Actor, page: { after?: string; limit?: number } = {}): Promise<{ batches: BatchLine[]; next?: string }> {
    const limit = Math.min(Math.max(page.limit ?? 50, 1), 100);
    const rows = await this.runner.run(actor, (tx) => BatchRows.list(tx, page.after ?? null, limit + 1));
    return { batches: rows.slice(0, limit), ...(rows.length > limit && { next: rows[limit - 1]!.id }) };
  }

  /** Throws NOT_FOUND. */
  async get(actor: Actor, id: string): Promise<BatchLine & { rows: RowResult[] }> {
    return this.runner.run(actor, async (tx) => {
      const batch = await BatchRows.find(tx, id);
      if (!batch) throw notFound();
      return { ...batch, rows: await BatchRows.rows(tx, id, null) };
    });
  }
}
