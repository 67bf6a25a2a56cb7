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
