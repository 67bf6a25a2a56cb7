import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, idOfRequest, type LocalDate, newCaseCode, notFound } from '@app/kernel';
import { AuditTrail, Outbox, TransactionRunner, type Tx } from '@app/platform';
import { KnownPeople } from '@app/workers';
import { applyMilestone } from '../domain/apply-milestone';
import { NO_FACTS } from '../domain/case-facts';
import { CASE_LIFECYCLE, topicOf } from '../domain/case-lifecycle';
import { detailOf } from '../domain/event-detail';
import type { LegalForm } from '../domain/guards';
import type { Milestone } from '../domain/milestone';
import { refuse } from '../domain/refusals';
import { BulkCaseRows } from '../persistence/bulk-case-rows';
import { CaseMatchingRows } from '../persistence/case-matching-rows';
import { refusal } from './refuse-milestone';

export interface OpenCaseCommand {
  readonly workerId: string;
  readonly requestId: string;
  /** Needed when an office opens it for an agency; an agency always opens its own. */
  readonly agencyId?: string | null;
  readonly legalForm?: LegalForm | null;
  readonly programme?: string | null;
  readonly market?: string | null;
  readonly registeredOn?: LocalDate;
}

export interface OpenedCase {
  readonly caseId: string;
  readonly caseCode: string;
  readonly version: number;
}

/** Opens a new attempt at a desk, at its first stage. A person may have a second case while an older one has ended or not yet left. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly people: KnownPeople,
  ) {}

  async run(actor: Actor, command: OpenCaseCommand): Promise<OpenedCase> {
    return this.runner.run(actor, (tx) => this.apply(tx, command), { requestId: command.requestId });
  }

  async apply(tx: Tx, command: OpenCaseCommand): Promise<OpenedCase> {
    const { actor } = tx;
    if (!(CASE_LIFECYCLE.REGISTERED.by as readonly string[]).includes(actor.role)) throw refusal(refuse('ROLE_NOT_ALLOWED'));
    const id = idOfRequest(actor, 'case', command.requestId);
    const [before] = await CaseMatchingRows.byId(tx, [id]);
    if (before) return { caseId: id, caseCode: before.code, version: before.version };
    const person = await this.people.byId(tx, command.workerId);
    if (!person) throw notFound('Không tìm thấy người lao động này trong phạm vi của bạn.');
    const today: LocalDate = await CaseMatchingRows.today(tx);
    const registeredOn = command.registeredOn ?? today;
    if (registeredOn > today) throw refusal(refuse('DATE_IN_FUTURE', { date: registeredOn, today }));
    const agencyId = actor.scope.kind === 'agency' ? actor.scope.agencyId : command.agencyId;
    const { legalForm, programme, market } = command;
    const fact: Milestone = {
      kind: 'REGISTERED',
      effectiveOn: registeredOn,
      detail: {
        ...(legalForm && { legalForm }),
        ...(programme && { programme }),
        ...(market && { market }),
        ...(agencyId && { agencyId }),
      },
    };
    const after = applyMilestone(NO_FACTS, fact);
    const code = newCaseCode();
    const { lost } = await BulkCaseRows.write(tx, [
      {
        id,
        code,
        workerId: command.workerId,
        provinceCode: person.provinceCode,
        communeCode: person.communeCode,
        version: 0,
        openedFrom: 'desk',
        learnt: true,
        after,
        gaps: [],
        events: [
          {
            kind: 'REGISTERED',
            effectiveOn: registeredOn,
            stageBefore: null,
            stageAfter: after.stage,
            proof: 'reported',
            detail: detailOf(fact, { opened: 'desk' }),
            requestId: command.requestId,
            ordinal: 0,
          },
        ],
      },
    ]);
    if (lost.size > 0) throw new DomainError('stale', 'CASE_STALE', 'Hồ sơ vừa được mở ở nơi khác. Hãy tải lại danh sách.');
    await Outbox.enqueue(tx, topicOf('REGISTERED'), { caseId: id, kind: 'REGISTERED' });
    await AuditTrail.record(tx, {
      action: 'casework.open',
      subject: { kind: 'case', id },
      province: person.provinceCode,
    });
    return { caseId: id, caseCode: code, version: 1 };
  }
}
