import { SettleDesks } from '@app/casework';
import { AddToDigest } from '@app/notices';
import { CloseAlerts } from '@app/overstay';
import { DutyRunner, type JobRows, type JobProcessor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { findBorrowerFacts, findRecordedFacts } from '../facts/recorded-facts';

/** Facts recorded in cases → questions that became pointless and tasks that the papers end are closed, news go into the next digest of the commune and of the bank. */
@Injectable()
export class CaseFactsProcessor implements JobProcessor {
  readonly queue = 'notices';
  readonly job = 'case-facts';

  constructor(
    private readonly duties: DutyRunner,
    private readonly alerts: CloseAlerts,
    private readonly desks: SettleDesks,
    private readonly digest: AddToDigest,
  ) {}

  async process({ ids }: JobRows): Promise<void> {
    await this.duties.run('case-facts', ids, async (tx, duties) => {
      const caseIds = [...new Set(duties.map((duty) => String(duty.payload.caseId)))];
      await this.alerts.forCases(tx, caseIds);
      await this.desks.forCases(tx, caseIds);
      const eventIds = duties.map((duty) => Number(duty.payload.eventId));
      await this.digest.apply(tx, [...(await findRecordedFacts(tx, eventIds)), ...(await findBorrowerFacts(tx, eventIds))]);
    });
  }
}
