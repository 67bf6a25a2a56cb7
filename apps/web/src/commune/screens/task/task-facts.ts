import { call } from '../../../api/call';
import type { CaseResponse, FamilyContactAnswer, QuestionAnswer, VisitAnswer, WorkerResponse } from '../../../api/schema';
import type { KnownTask } from '../../device/device';
import { useLive } from '../../live-state';
import { type Read, useRead } from '../../use-read';
import { desk, idOf, type Task } from '../tasks/desk';

export interface CaseFacts {
  readonly found: CaseResponse;
  readonly worker: WorkerResponse;
  readonly contacts: readonly FamilyContactAnswer[];
  readonly visits: readonly VisitAnswer[];
  readonly questions: readonly QuestionAnswer[];
}

/** What is known of a case, asked in two rounds: the person's id stands in the case. */
export function useCaseFacts(caseId: string | null | undefined): Read<CaseFacts | undefined> {
  return useRead(`case ${caseId ?? ''}`, async () => {
    if (!caseId) return undefined;
    const params = { caseId };
    const [found, { visits }, { questions }] = await Promise.all([
      call('GET /api/v1/cases/{caseId}', { params }),
      call('GET /api/v1/cases/{caseId}/visits', { params }),
      call('GET /api/v1/cases/{caseId}/questions', { params }),
    ]);
    const of = { params: { workerId: found.workerId } };
    const [worker, { contacts }] = await Promise.all([
      call('GET /api/v1/workers/{workerId}', of),
      call('GET /api/v1/workers/{workerId}/contacts', of),
    ]);
    return { found, worker, contacts, visits, questions };
  });
}

/** A row of the list by its id: as the server gave it, or as the phone kept it. */
export function useTask(taskId: string): { task?: Task; known?: KnownTask; busy: boolean } {
  const { day, known, busy } = useLive(desk);
  return { task: day?.tasks.find((one) => idOf(one) === taskId), known: known.find((one) => one.id === taskId), busy };
}
