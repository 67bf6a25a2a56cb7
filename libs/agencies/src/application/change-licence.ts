import { Injectable } from '@nestjs/common';
import { type Actor, idOfRequest, type LocalDate } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import type { LicencePeriod } from '../domain/licence';
import { AgencyRows } from '../persistence/agency-rows';

export interface ChangeLicenceCommand {
  organisationId: string;
  number: string;
  state: LicencePeriod['state'];
  from: LocalDate;
  /** Decision that says so. */
  basis: string;
  requestId: string;
}

/** A new state of an agency's licence from a day on; what held before stays as history. */
@Injectable()
export class ChangeLicence {
  constructor(private readonly runner: TransactionRunner) {}

  async run(actor: Actor, command: ChangeLicenceCommand): Promise<void> {
    await this.runner.run(
      actor,
      async (tx) => {
        await AgencyRows.changeLicence(tx, { ...command, id: idOfRequest(actor, 'licence', command.requestId) });
        await AuditTrail.record(tx, {
          action: 'agencies.change-licence',
          subject: { kind: 'organisation', id: command.organisationId },
          detail: { state: command.state, from: command.from },
        });
      },
      { requestId: command.requestId },
    );
  }
}
