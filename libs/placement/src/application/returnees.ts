import { ABROAD_STAGES } from '@app/casework';
import { type Actor, DomainError, type LocalDate, newId, notFound, parseLocalDate } from '@app/kernel';
import { AuditTrail, TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Fit, fitOf, rankFit } from '../domain/fit';
import type { OpeningLine } from '../domain/opening';
import type { ReturnProfile } from '../domain/returnee';
import { OpeningRows } from '../persistence/opening-rows';
import { type ReferralLine, ReferralRows } from '../persistence/referral-rows';
import { type ReferralState, type ReturneeLine, type ReturneePerson, ReturneeRows } from '../persistence/returnee-rows';

/** Openings shown beside a person: what does not fit among the first of them fits nowhere. */
const SHOWN = 12;

export interface FittingOpening extends OpeningLine {
  readonly fit: Fit;
}

export interface ReturneeDesk {
  readonly person: ReturneePerson;
  readonly profiles: ReturnProfile[];
  readonly referrals: ReferralLine[];
  /** Best first; those where the person is or works already are left out. */
  readonly openings: FittingOpening[];
}

/** People who came back: who they are, what they said on coming home, and which work would do. */
@Injectable()
export class Returnees {
  constructor(private readonly runner: TransactionRunner) {}

  /** Newest return first, page by page. Throws CURSOR_UNREADABLE. */
  async list(
    actor: Actor,
    { referral, after, limit = 50 }: { referral?: ReferralState; after?: string; limit?: number },
  ): Promise<{ people: ReturneeLine[]; next?: string }> {
    const from = after === undefined ? undefined : readCursor(after);
    const rows = await this.runner.run(actor, (tx) => ReturneeRows.list(tx, ABROAD_STAGES, { referral, after: from, limit: limit + 1 }));
    const people = rows.slice(0, limit);
    const last = rows.length > limit ? people.at(-1) : undefined;
    return { people, ...(last && { next: `${last.returnedOn}_${last.caseId}` }) };
  }

  /** Throws NOT_FOUND. */
  async desk(actor: Actor, workerId: string): Promise<ReturneeDesk> {
    return this.runner.run(actor, async (tx) => {
      const person = await ReturneeRows.person(tx, workerId, ABROAD_STAGES);
      if (!person) throw notFound();
      const referrals = await ReferralRows.ofWorker(tx, workerId);
      const held = new Set(referrals.filter(({ outcome }) => outcome === null || outcome === 'taken').map(({ openingId }) => openingId));
      const openings = (await OpeningRows.free(tx))
        .filter(({ id }) => !held.has(id))
        .map((opening) => ({ ...opening, fit: fitOf(person, opening) }))
        .sort((one, other) => rankFit(other.fit) - rankFit(one.fit) || other.wageFrom - one.wageFrom)
        .slice(0, SHOWN);
      return { person, profiles: await ReturneeRows.profiles(tx, workerId), referrals, openings };
    });
  }

  /** What the person said, as of a day. Throws NOT_FOUND, PROFILE_IN_FUTURE. */
  async keepProfile(
    actor: Actor,
    { workerId, requestId, ...profile }: ReturnProfile & { workerId: string; requestId: string },
  ): Promise<{ workerId: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const person = await ReturneeRows.person(tx, workerId, ABROAD_STAGES);
        if (!person) throw notFound();
        if (profile.recordedOn > person.today)
          throw new DomainError('invalid', 'PROFILE_IN_FUTURE', 'Ngày hỏi chưa tới. Hãy ghi ngày đã hỏi người lao động.');
        await ReturneeRows.keep(tx, newId(), workerId, profile, requestId);
        await AuditTrail.record(tx, { action: 'placement.keep-profile', subject: { kind: 'worker', id: workerId } });
        return { workerId };
      },
      { requestId },
    );
  }
}

function readCursor(after: string): { returnedOn: LocalDate; caseId: string } {
  const parts = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after);
  const returnedOn = parts && parseLocalDate(parts[1]!);
  if (returnedOn) return { returnedOn, caseId: parts[2]! };
  throw new DomainError('malformed', 'CURSOR_UNREADABLE', 'Vị trí trang không hợp lệ. Hãy tải lại danh sách từ đầu.');
}
