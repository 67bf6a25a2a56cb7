import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '@app/kernel';
import type { Guard } from '../domain/guards';
import type { RecordedMilestone } from '../domain/record-command';
import { RecordMilestone } from './record-milestone';

export interface ProveGuardCommand {
  readonly caseId: string;
  readonly guard: Guard;
  readonly on: LocalDate;
  /** Last day on which the paper is good. */
  readonly validUntil?: LocalDate;
  /** Number of the paper. */
  readonly reference: string;
  readonly issuer?: string;
  /** A border pass in a passport's place. */
  readonly pass?: boolean;
  readonly requestId: string;
  readonly expectedVersion?: number;
}

/** Brings the paper for a guard the case passed without one; the open gap closes, the event says by what. */
@Injectable()
export class ProveGuard {
  constructor(private readonly record: RecordMilestone) {}

  async run(actor: Actor, { guard, on, validUntil, reference, issuer, pass, ...command }: ProveGuardCommand): Promise<RecordedMilestone> {
    return this.record.run(actor, {
      ...command,
      kind: 'GUARD_PROVEN',
      effectiveOn: on,
      proof: 'documented',
      detail: { guard, reference, ...(validUntil && { validUntil }), ...(issuer && { issuer }), ...(pass && { pass }) },
    });
  }
}
