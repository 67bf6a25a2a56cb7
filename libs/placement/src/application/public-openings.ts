import { systemActor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type PublicOpening, PublicOpeningRows } from '../persistence/public-opening-rows';

/** Work at home in the open: for somebody who comes back, before anybody refers them. */
@Injectable()
export class PublicOpenings {
  constructor(private readonly runner: TransactionRunner) {}

  async list(province?: string): Promise<{ openings: PublicOpening[] }> {
    return this.runner.run(systemActor('public-openings'), async (tx) => ({ openings: await PublicOpeningRows.list(tx, province) }));
  }
}
