import { DomainError, type LocalDate } from '@app/kernel';

/** Where a page of cases ordered by their last day begins: after this day and case. Throws CURSOR_WRONG. */
export function readCursor(after: string | undefined): [string, string] {
  if (after === undefined) return ['-infinity', '00000000-0000-0000-0000-000000000000'];
  const parts = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(after);
  if (!parts) throw new DomainError('malformed', 'CURSOR_WRONG', 'Vị trí trang không đúng. Hãy tải lại danh sách từ đầu.');
  return [parts[1]!, parts[2]!];
}

export const writeCursor = ({ dueBy, caseId }: { dueBy: LocalDate; caseId: string }): string => `${dueBy}_${caseId}`;
