import { DomainError } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { RecordCommand, RecordedMilestone } from '../domain/record-command';
import { type Refusal, refuse } from '../domain/refusals';
import { CaseRepository } from '../persistence/case-repository';

/** What was missing or wrong in the report itself, rather than in the case. */
const INVALID = /_MISSING$|_IN_FUTURE$|^CONTRACT_END_BEFORE_START$/;

export function refusal({ code, message, details }: Refusal): DomainError {
  return new DomainError(code === 'ROLE_NOT_ALLOWED' ? 'forbidden' : INVALID.test(code) ? 'invalid' : 'refused', code, message, details);
}

export function stale(version: number): DomainError {
  return new DomainError('stale', 'CASE_STALE', 'Hồ sơ vừa được người khác thay đổi. Hãy tải lại, xem thay đổi rồi ghi lại.', { version });
}

/** A retry of a recorded request gets its first answer, whatever has happened since; anything else is refused. */
export async function answeredBefore(
  tx: Tx,
  { caseId, requestId }: Pick<RecordCommand, 'caseId' | 'requestId'>,
  otherwise: DomainError,
): Promise<RecordedMilestone> {
  const first = await CaseRepository.firstAnswer(tx, caseId, requestId);
  if (!first) throw otherwise;
  return { outcome: 'repeated', caseId, ...first, gaps: [] };
}

/** What the database holds whatever this scope can see: nobody is ready or abroad in two cases, no order has more people than places. */
export function heldByDatabase(error: unknown): never {
  const { constraint } = error as { constraint?: string };
  if (constraint === 'case_file_abroad_unique') throw refusal(refuse('OTHER_CASE_ABROAD'));
  if (constraint === 'job_order_places') throw refusal(refuse('ORDER_FULL'));
  throw error;
}
