import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/kernel';
import type { CaseDetail, CaseFilter, CasePage, GapLine, TimelineLine } from '../domain/case-line';

@Injectable()
export class CaseQueries {
  async list(_actor: Actor, _filter: CaseFilter): Promise<CasePage> {
    throw new Error('not yet');
  }

  /** Throws NOT_FOUND for a case that does not exist or is out of scope. */
  async detail(_actor: Actor, _caseId: string): Promise<CaseDetail> {
    throw new Error('not yet');
  }

  async timeline(_actor: Actor, _caseId: string): Promise<TimelineLine[]> {
    throw new Error('not yet');
  }

  async listGaps(_actor: Actor, _page: { after?: string; limit?: number }): Promise<{ gaps: GapLine[]; next?: string }> {
    throw new Error('not yet');
  }
}
