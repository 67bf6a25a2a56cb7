import { RequestLedger } from '@app/identity';
import { type Actor, DomainError } from '@app/kernel';
import { TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CaseRepository } from '../persistence/case-repository';
import { CorrectEvent } from './correct-event';

/** What became of one case of an undone request. `left`: something was recorded since and stays. */
export interface TakenBackCase {
  readonly caseId: string;
  readonly outcome: 'undone' | 'left';
  readonly code?: string;
  readonly message?: string;
}

/** How long a change can be taken back by one click; later it is corrected with a reason. */
export const UNDO_MINUTES = 30;

/**
 * Takes back exactly what one request of the same account recorded, by corrections: the history keeps both. A case in which anything was recorded
 * since is left as it is and named.
 */
@Injectable()
export class UndoRequest {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly corrections: CorrectEvent,
  ) {}

  /** @param requestKey the Idempotency-Key of the request. Throws NOTHING_TO_UNDO, UNDO_TOO_LATE. */
  async run(actor: Actor & { accountId: string }, requestKey: string, requestId: string): Promise<TakenBackCase[]> {
    const given = await this.runner.run(actor, (tx) => RequestLedger.given(tx, requestKey));
    const caseIds = casesOf(given?.response);
    if (!given || caseIds.length === 0)
      throw new DomainError('refused', 'NOTHING_TO_UNDO', 'Không có thay đổi nào của bạn để hoàn tác. Hãy xem diễn biến hồ sơ.');
    if (given.minutes > UNDO_MINUTES)
      throw new DomainError(
        'refused',
        'UNDO_TOO_LATE',
        `Chỉ hoàn tác được trong ${UNDO_MINUTES} phút. Hãy đính chính từng hồ sơ và ghi lý do.`,
      );
    const undone: TakenBackCase[] = [];
    for (const caseId of caseIds) undone.push(await this.one(actor, caseId, `${actor.accountId}:${requestKey}`, requestId));
    return undone;
  }

  /** Takes back what the request `recordedBy` recorded in one case. */
  async apply(
    tx: Tx,
    { caseId, recordedBy, requestId }: { caseId: string; recordedBy: string; requestId: string },
  ): Promise<TakenBackCase> {
    await CaseRepository.lock(tx, caseId);
    const events = await CaseRepository.events(tx, caseId);
    const first = await CaseRepository.firstAnswer(tx, caseId, recordedBy);
    const target = events.find(({ id }) => id === first?.eventId);
    if (!target) return left(caseId, 'NOT_FOUND', 'Không còn thấy thay đổi này trong phạm vi của bạn.');
    const later = events.filter(({ id }) => id > target.id);
    if (later.length === 1 && later[0]!.correctsId === target.id) return { caseId, outcome: 'undone' };
    if (later.length > 0) return left(caseId, 'CHANGED_SINCE', 'Hồ sơ đã có việc ghi sau đó nên được giữ nguyên.');
    await this.corrections.apply(tx, {
      caseId,
      eventId: target.id,
      requestId: `undo:${requestId}`,
      reason: 'Hoàn tác thao tác vừa ghi',
    });
    return { caseId, outcome: 'undone' };
  }

  private async one(actor: Actor, caseId: string, recordedBy: string, requestId: string): Promise<TakenBackCase> {
    try {
      return await this.runner.run(actor, (tx) => this.apply(tx, { caseId, recordedBy, requestId }), { requestId });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return left(caseId, error.code, error.message);
    }
  }
}

const left = (caseId: string, code: string, message: string): TakenBackCase => ({ caseId, outcome: 'left', code, message });

/** Cases a kept answer says were changed: of one milestone, or of many. */
function casesOf(response: unknown): string[] {
  const { caseId, eventId, outcome, results } = (response ?? {}) as {
    caseId?: string;
    eventId?: number;
    outcome?: string;
    results?: { caseId: string; outcome: string }[];
  };
  if (Array.isArray(results)) return results.flatMap((one) => (one.outcome === 'done' ? [one.caseId] : []));
  return caseId && eventId !== undefined && outcome === 'recorded' ? [caseId] : [];
}
