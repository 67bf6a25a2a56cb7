import { type Actor, DomainError, newId, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import {
  OPENING_FAULTS,
  type OpeningFault,
  openingFault,
  type OpeningLine,
  type OpeningTerms,
  type OpeningVersion,
} from '../domain/opening';
import { FairRows } from '../persistence/fair-rows';
import { OpeningRows } from '../persistence/opening-rows';

/** Openings of local firms, as the centre hears of them. */
@Injectable()
export class KeepOpenings {
  constructor(private readonly runner: TransactionRunner) {}

  async list(actor: Actor): Promise<{ openings: OpeningLine[] }> {
    return this.runner.run(actor, async (tx) => ({ openings: await OpeningRows.list(tx) }));
  }

  /** Throws OPENING_ENDS_IN_PAST, WAGES_REVERSED. */
  async open(actor: Actor, { requestId, ...terms }: OpeningTerms & { requestId: string }): Promise<{ openingId: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const known = await OpeningRows.idOfRequest(tx, requestId);
        if (known) return { openingId: known };
        const fault = openingFault(terms, await FairRows.today(tx));
        if (fault) throw refused(fault);
        const openingId = newId();
        await OpeningRows.insert(tx, openingId, terms, requestId);
        await AuditTrail.record(tx, {
          action: 'placement.open-work',
          subject: { kind: 'opening', id: openingId },
          detail: { places: terms.places },
        });
        return { openingId };
      },
      { requestId },
    );
  }

  /**
   * Mends the terms; those that stood before are kept, and a closed opening takes people again. The same terms, or the same request, change nothing. Throws
   * NOT_FOUND, PLACES_TAKEN and the faults of {@link open}.
   */
  async change(
    actor: Actor,
    { openingId, requestId, ...terms }: OpeningTerms & { openingId: string; requestId: string },
  ): Promise<{ openingId: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const opening = await OpeningRows.lock(tx, openingId);
        if (!opening) throw unknown();
        if (await OpeningRows.isChanged(tx, requestId)) return { openingId };
        const fault = openingFault(terms, opening.today, opening.taken);
        if (fault) throw refused(fault);
        if (await OpeningRows.change(tx, openingId, terms, requestId))
          await AuditTrail.record(tx, {
            action: 'placement.change-work',
            subject: { kind: 'opening', id: openingId },
            detail: { places: terms.places },
          });
        return { openingId };
      },
      { requestId },
    );
  }

  /** What stood before, the newest change first. Throws NOT_FOUND. */
  async versions(actor: Actor, openingId: string): Promise<{ versions: OpeningVersion[] }> {
    return this.runner.run(actor, async (tx) => {
      const versions = await OpeningRows.versions(tx, openingId);
      if (!versions) throw unknown();
      return { versions };
    });
  }

  /** Nobody more is referred; who was referred is still answered. Closing twice changes nothing. Throws NOT_FOUND. */
  async close(actor: Actor, { openingId, requestId }: { openingId: string; requestId: string }): Promise<{ openingId: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const opening = await OpeningRows.lock(tx, openingId);
        if (!opening) throw unknown();
        if (opening.state === 'open') {
          await OpeningRows.close(tx, openingId);
          await AuditTrail.record(tx, { action: 'placement.close-work', subject: { kind: 'opening', id: openingId } });
        }
        return { openingId };
      },
      { requestId },
    );
  }
}

const unknown = (): DomainError => notFound('Không tìm thấy việc này trong phạm vi của bạn.');
const refused = (fault: OpeningFault): DomainError => new DomainError('invalid', fault, OPENING_FAULTS[fault]);
