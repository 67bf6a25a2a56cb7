import { systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type PublicOrder, PublicOrderRows } from '../persistence/public-order-rows';

/** Orders that take people today, in the open. */
@Injectable()
export class PublicOrders {
  constructor(private readonly runner: TransactionRunner) {}

  async list(province?: string): Promise<{ orders: PublicOrder[] }> {
    return this.runner.run(systemActor('public-orders'), async (tx) => ({ orders: await PublicOrderRows.list(tx, province) }));
  }
}
