import { OpenCase } from '@app/casework';
import { type Actor, idOfRequest } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { type RegisterAnswer, type RegisterCommand, RegisterWorker } from '@app/workers';
import { Injectable } from '@nestjs/common';
import type { DemandSource, Wishes } from '../domain/demand';
import { DemandRows } from '../persistence/demand-rows';
import { OfficerRows } from '../persistence/officer-rows';

export interface DemandCommand extends Wishes {
  readonly person: Omit<RegisterCommand, 'requestId'>;
  readonly source: DemandSource;
  /** The school, unit or fair. */
  readonly event: string | null;
  readonly note: string | null;
  readonly requestId: string;
}

export type DemandAnswer =
  | { readonly outcome: 'registered' | 'updated'; readonly workerId: string; readonly caseId: string }
  | Extract<RegisterAnswer, { outcome: 'ask' | 'foreign' }>;

/** A wish to go: person, case and wish in one transaction, with the officer of the first contact. A person who waits already gets the new wish. */
@Injectable()
export class RegisterDemand {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly people: RegisterWorker,
    private readonly cases: OpenCase,
  ) {}

  async run(actor: Actor, command: DemandCommand): Promise<DemandAnswer> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  private async apply(tx: Tx, { person, requestId, ...wish }: DemandCommand): Promise<DemandAnswer> {
    const registered = await this.people.apply(tx, { ...person, requestId });
    if (registered.outcome === 'ask' || registered.outcome === 'foreign') return registered;
    const { workerId } = registered;
    const known = await DemandRows.openCase(tx, workerId);
    const caseId = known ?? (await this.cases.apply(tx, { workerId, requestId, market: wish.markets[0] })).caseId;
    await DemandRows.put(tx, { ...wish, caseId });
    if (tx.actor.accountId) await OfficerRows.assignFirst(tx, idOfRequest(tx.actor, 'officer', requestId), caseId, tx.actor.accountId);
    return { outcome: known ? 'updated' : 'registered', workerId, caseId };
  }
}
