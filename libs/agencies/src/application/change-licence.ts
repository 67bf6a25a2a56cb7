import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, idOfRequest, type LocalDate } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import type { LicencePeriod } from '../domain/licence';
import { AgencyRows } from '../persistence/agency-rows';
import { lookAgain } from './look-again';

export interface ChangeLicenceCommand {
  organisationId: string;
  number: string;
  state: LicencePeriod['state'];
  from: LocalDate;
  /** Last day on which it holds; null = open. */
  lastDay?: LocalDate;
  /** Decision that says so. */
  basis: string;
  requestId: string;
}

/** A new state of an agency's licence from a day on; what held before stays as history. */
@Injectable()
export class ChangeLicence {
  constructor(private readonly runner: TransactionRunner) {}

  /** Throws LICENCE_DAYS. */
  async run(actor: Actor, command: ChangeLicenceCommand): Promise<void> {
    if (command.lastDay && command.lastDay < command.from)
      throw new DomainError('invalid', 'LICENCE_DAYS', 'Ngày cuối của giấy phép trước ngày bắt đầu. Hãy xem lại quyết định.');
    await this.runner.run(
      actor,
      async (tx) => {
        await AgencyRows.changeLicence(tx, { ...command, id: idOfRequest(actor, 'licence', command.requestId) });
        await lookAgain(tx);
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
