import type { Actor } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { phaseOf, STORED_STAGES } from '../domain/stages';
import { type CaseCount, CaseCountRows, type StandingCount } from '../persistence/case-count-rows';
import { CaseRuleBook } from './case-rules';

const ON_THE_WAY = STORED_STAGES.filter((stage) => phaseOf(stage) === 'before' || phaseOf(stage) === 'abroad');

/** How many cases of the actor's scope stand where, by stored stage, market and commune of today. No names. */
@Injectable()
export class CountCases {
  private readonly book = new CaseRuleBook();

  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor): Promise<CaseCount[]> {
    return this.runner.run(actor, (tx) => CaseCountRows.count(tx));
  }

  /** Cases of a province that prepare to go or are abroad, by the stage of the business day: the same as the list's filter by stage shows. */
  async standing(tx: Tx, province: string): Promise<StandingCount[]> {
    return CaseCountRows.standing(tx, province, ON_THE_WAY, (await this.book.stayRules(tx)).asJson());
  }
}
