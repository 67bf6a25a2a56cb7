import { OrderRows } from '@app/agencies';
import { type LegalForm, RecordMilestone } from '@app/casework';
import { type Actor, type DomainError, foldText, idOfRequest, notFound, readMomentCursor, writeMomentCursor } from '@app/kernel';
import { TransactionRunner } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Match, matchOrder, wishWords } from '../domain/demand';
import { type Counselling, type DemandFilter, type DemandLine, DemandRows } from '../persistence/demand-rows';

export interface OrderOffer extends Match {
  readonly orderId: string;
  readonly code: string;
  readonly title: string;
  readonly agencyName: string;
  readonly market: string;
  readonly free: number;
}

/** How the person is going to leave, as agreed in a talk. */
export interface AgreedWay {
  readonly legalForm: LegalForm;
  readonly programme?: string;
  readonly market?: string;
}

const SHOWN = 20;

/** Who waits for an order, what was talked about with them, and which orders would do. */
@Injectable()
export class DemandDesk {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly milestones: RecordMilestone,
  ) {}

  async list(
    actor: Actor,
    filter: Omit<DemandFilter, 'limit' | 'after'> & { after?: string; limit?: number },
  ): Promise<{ demands: DemandLine[]; next?: string }> {
    const limit = Math.min(Math.max(filter.limit ?? 50, 1), 100);
    const after = readMomentCursor(filter.after);
    const rows = await this.runner.run(actor, (tx) => DemandRows.list(tx, { ...filter, after, limit: limit + 1 }));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { demands: rows.slice(0, limit).map(shown), ...(last && { next: writeMomentCursor({ at: last.at, id: last.caseId }) }) };
  }

  /** A talk about a market: kept in the log, and the case counts as counselled. Who agreed goes by `way` from then on: its papers are asked for. */
  async counsel(actor: Actor, caseId: string, talk: Counselling, requestId: string, way?: AgreedWay): Promise<{ stage: string }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const { outcome, stage } = await this.milestones.apply(tx, {
          caseId,
          requestId,
          kind: 'COUNSELLED',
          effectiveOn: talk.heldOn,
          ...(way && talk.outcome === 'AGREED' && { detail: { ...way } }),
        });
        if (outcome !== 'repeated') await DemandRows.addCounselling(tx, idOfRequest(actor, 'counselling', requestId), caseId, talk);
        return { stage };
      },
      { requestId },
    );
  }

  async counsellings(actor: Actor, caseId: string): Promise<(Counselling & { by: string | null })[]> {
    return this.runner.run(actor, async (tx) => {
      if (!(await DemandRows.matchedPerson(tx, caseId))) throw unknown();
      return DemandRows.counsellings(tx, caseId);
    });
  }

  /** Open orders of the scope, those that would do best first, each with what speaks for and against it. */
  async offers(actor: Actor, caseId: string): Promise<OrderOffer[]> {
    return this.runner.run(actor, async (tx) => {
      const person = await DemandRows.matchedPerson(tx, caseId);
      if (!person) throw unknown();
      const { age, sex, markets, occupations, language } = person;
      const occupationWords = wishWords(occupations, foldText);
      const seeker = {
        age,
        sex,
        markets,
        occupationWords,
        occupationsNamed: occupations.length > 0,
        language: language && foldText(language),
      };
      const orders = await OrderRows.open(tx, seeker, SHOWN);
      return orders.map(({ id, code, agencyName, terms, passed }) => {
        const free = terms.places - passed;
        const match = matchOrder(person, { ...terms, free }, foldText);
        return { orderId: id, code, title: terms.title, agencyName, market: terms.market, free, ...match };
      });
    });
  }
}

/** Without the moment that only the cursor needs. */
function shown(row: DemandLine & { at: string }): DemandLine {
  const { at: _, ...line } = row;
  return line;
}

function unknown(): DomainError {
  return notFound('Không tìm thấy hồ sơ này trong phạm vi của bạn.');
}
