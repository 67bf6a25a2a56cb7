import type { AlertAnswerLine, CaseResponse } from '../../../api/schema';
import { nextStepOf } from './next-step-of';

const abroad = {
  today: '2026-11-29',
  storedStage: 'ABROAD',
  stage: 'ABROAD',
  departedOn: '2026-11-01',
  returnedOn: null,
  contractEnd: null,
  papers: [],
  offers: [{ kind: 'EMPLOYMENT_CONTRACT_SIGNED', title: 'Hợp đồng lao động', to: null, late: false }],
} as unknown as CaseResponse;
const asked = (family: string) =>
  [
    {
      id: 1,
      family,
      state: 'open',
      owner: 'agency',
      overdue: false,
      answerBy: '2026-12-04',
      dueOn: '2026-11-06',
      nextAction: family,
      why: '',
    },
  ] as unknown as AlertAnswerLine[];

describe('the next step of somebody abroad whose contract has no known end', () => {
  it.each<[string, CaseResponse, AlertAnswerLine[], { do: string; kind?: string } | undefined]>([
    ['records the contract', abroad, [], { do: 'record', kind: 'EMPLOYMENT_CONTRACT_SIGNED' }],
    [
      'records it where the question stands open: no word answers it',
      abroad,
      asked('END_UNKNOWN'),
      { do: 'record', kind: 'EMPLOYMENT_CONTRACT_SIGNED' },
    ],
    ['shows the question to who may not record', { ...abroad, offers: [] }, asked('END_UNKNOWN'), { do: 'answer' }],
    ['answers another question first', abroad, asked('RETURN_UNCONFIRMED'), { do: 'answer' }],
  ])('%s', (_, file, alerts, action) => {
    expect(nextStepOf(file, alerts, 'agency').action).toMatchObject(action!);
  });
});

describe('the next step of somebody who has signed', () => {
  const signed = {
    ...abroad,
    storedStage: 'CONTRACTED',
    stage: 'CONTRACTED',
    departedOn: null,
    plannedExitOn: null,
    papers: [{ guard: 'HEALTH', state: 'missing' }],
    offers: [
      { kind: 'EXIT_PLANNED', title: 'Dự kiến xuất cảnh', to: null, late: false },
      { kind: 'READY_CONFIRMED', title: 'Đủ điều kiện xuất cảnh', to: 'READY', late: false },
    ],
  } as unknown as CaseResponse;
  const step = (more: Partial<CaseResponse>) => nextStepOf({ ...signed, ...more }, [], 'centre').action;

  it('is what is missing, then the day of the exit, then the readiness', () => {
    expect(step({})).toMatchObject({ do: 'papers' });
    expect(step({ papers: [] })).toMatchObject({ do: 'record', kind: 'EXIT_PLANNED' });
    expect(step({ plannedExitOn: '2026-12-15', papers: [] })).toMatchObject({ do: 'record', kind: 'READY_CONFIRMED' });
  });
});
