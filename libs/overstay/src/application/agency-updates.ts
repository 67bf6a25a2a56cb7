import { DeskTasks, OrganisationDirectory } from '@app/identity';
import { type Actor, DomainError, idOfRequest, type LocalDate, notFound } from '@app/kernel';
import { AuditTrail, Outbox, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AgencyUpdate, AgencyUpdateRows } from '../persistence/agency-update-rows';
import { AGENCY_SWEEP } from './agency-sweep';
import { SWEEP_WANTED_TOPIC } from './report-absconding';

export interface AgencyUpdateCommand {
  readonly organisationId: string;
  /** Day on which the State's database was brought up to date; today or before. */
  readonly updatedOn: LocalDate;
  readonly requestId: string;
}

/** That the State's database was brought up to date (Circular 20/2021/TT-BLĐTBXH, Art. 11): said by the agency, or for it by the centre that asked. */
@Injectable()
export class AgencyUpdates {
  constructor(private readonly runner: TransactionRunner) {}

  async list(actor: Actor, organisationId: string): Promise<AgencyUpdate[]> {
    return this.runner.run(actor, async (tx) => {
      await OrganisationDirectory.getById(tx, organisationId);
      return AgencyUpdateRows.of(tx, organisationId);
    });
  }

  /** Takes the question off the sender's desk at once, off others' by the sweep it asks for. Throws NOT_FOUND, UPDATE_AHEAD. */
  async report(actor: Actor, { organisationId, updatedOn, requestId }: AgencyUpdateCommand): Promise<void> {
    await this.runner.run(
      actor,
      async (tx) => {
        await OrganisationDirectory.getById(tx, organisationId);
        const own =
          actor.scope.kind === 'agency' ? actor.organisationId === organisationId : await AgencyUpdateRows.concerns(tx, organisationId);
        if (!own) throw notFound();
        if (updatedOn > (await AgencyUpdateRows.today(tx)))
          throw new DomainError('invalid', 'UPDATE_AHEAD', 'Ngày cập nhật chưa đến. Hãy ghi ngày đã cập nhật thật, muộn nhất là hôm nay.');
        await AgencyUpdateRows.add(tx, idOfRequest(actor, 'agency-update', requestId), organisationId, updatedOn);
        await DeskTasks.takeOffAgency(tx, 'MONTHLY_UPDATE', organisationId);
        await Outbox.enqueue(tx, SWEEP_WANTED_TOPIC, { sweep: AGENCY_SWEEP });
        await AuditTrail.record(tx, {
          action: 'overstay.agency-update',
          subject: { kind: 'organisation', id: organisationId },
          detail: { updatedOn },
        });
      },
      { requestId },
    );
  }
}
