import { type Actor, DomainError, type LocalDate } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MilestoneKind } from '../domain/case-lifecycle';
import type { MilestoneDetail } from '../domain/milestone';
import type { StoredStage } from '../domain/stages';
import { RecordMilestone } from './record-milestone';

export interface ManyCommand {
  readonly caseIds: readonly string[];
  readonly kind: MilestoneKind;
  readonly effectiveOn?: LocalDate;
  readonly detail?: MilestoneDetail;
  /** Names the deed for every one of the cases. */
  readonly requestId: string;
}

/** What became of one case of many. */
export type ManyResult =
  | { readonly caseId: string; readonly outcome: 'done' | 'unchanged'; readonly stage: StoredStage }
  | { readonly caseId: string; readonly outcome: 'refused'; readonly code: string; readonly message: string };

/** The same fact for many cases: each is decided and written by itself, so that a refusal stops nobody else and a repeat changes nothing. */
@Injectable()
export class RecordForMany {
  constructor(private readonly milestones: RecordMilestone) {}

  async run(actor: Actor, { caseIds, requestId, ...fact }: ManyCommand): Promise<ManyResult[]> {
    const results: ManyResult[] = [];
    for (const caseId of new Set(caseIds)) results.push(await this.one(actor, { ...fact, caseId, requestId }));
    return results;
  }

  private async one(actor: Actor, command: Parameters<RecordMilestone['run']>[1]): Promise<ManyResult> {
    const { caseId } = command;
    try {
      const { outcome, stage } = await this.milestones.run(actor, command);
      return { caseId, outcome: outcome === 'unchanged' ? 'unchanged' : 'done', stage };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { caseId, outcome: 'refused', code: error.code, message: error.message };
    }
  }
}
