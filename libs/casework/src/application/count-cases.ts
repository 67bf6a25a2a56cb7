import type { Actor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type CaseCount, CaseCountRows } from '../persistence/case-count-rows';

/** How many cases of the actor's scope stand where, by stored stage, market and commune of today. No names. */
@Injectable()
export class CountCases {
  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor): Promise<CaseCount[]> {
    return this.runner.run(actor, (tx) => CaseCountRows.count(tx));
  }
}
