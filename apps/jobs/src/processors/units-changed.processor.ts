import { localDate } from '@app/kernel';
import { RerouteRecipients } from '@app/overstay';
import { type Duty, DutyRunner, type JobProcessor, type JobRows } from '@app/platform';
import { RefreshResidences, type UnitsChange } from '@app/workers';
import { Injectable } from '@nestjs/common';

/** New units in force → people and cases follow to today's communes, and so do the questions asked about them. */
@Injectable()
export class UnitsChangedProcessor implements JobProcessor {
  readonly queue = 'sweeps';
  readonly job = 'units-changed';

  constructor(
    private readonly duties: DutyRunner,
    private readonly residences: RefreshResidences,
    private readonly recipients: RerouteRecipients,
  ) {}

  async process({ ids }: JobRows): Promise<void> {
    await this.duties.run('units-changed', ids, async (tx, duties) => {
      const changes = duties.map(changeOf).sort((a, b) => (a.day < b.day ? -1 : 1));
      for (const change of changes) await this.residences.apply(tx, change);
      await this.recipients.apply(tx);
    });
  }
}

/** Throws on a payload of another form: the duty then fails loudly instead of moving people by a guess. */
function changeOf({ payload }: Duty): UnitsChange {
  if (typeof payload.day !== 'string' || typeof payload.whole !== 'boolean')
    throw new Error('units changed: payload without day and whole');
  return { day: localDate(payload.day), whole: payload.whole };
}
