import { localDate } from '@app/kernel';
import { NO_FACTS } from './case-facts';
import { papersOf } from './case-papers';
import { requiredGuards } from './guards';

const rules = { today: localDate('2026-11-26'), mode: 'live', certificateMonths: 12 } as const;

describe('papers of a case', () => {
  const facts = {
    ...NO_FACTS,
    legalForm: 'SERVICE' as const,
    guards: {
      HEALTH: { on: localDate('2026-05-01'), until: localDate('2026-11-01'), reference: '12/GKSK' },
      PASSPORT: { on: localDate('2026-05-01') },
      POLICE_RECORD: { on: localDate('2026-06-01') },
    },
  };

  it('are those the form asks for, in the state of today, then what was shown beyond', () => {
    const papers = papersOf(facts, [], rules);
    expect(papers.map(({ guard }) => guard)).toEqual([...requiredGuards('SERVICE'), 'POLICE_RECORD']);
    const state = Object.fromEntries(papers.map((paper) => [paper.guard, paper.state]));
    expect(state).toMatchObject({ HEALTH: 'lapsed', PASSPORT: 'proven', VISA: 'missing', POLICE_RECORD: 'extra' });
    expect(papers.find(({ guard }) => guard === 'HEALTH')).toMatchObject({ until: '2026-11-01', reference: '12/GKSK' });
  });

  it('are judged on the day of the exit once the person left, and a gap stays a gap', () => {
    const left = { ...facts, stage: 'ABROAD' as const, departedOn: localDate('2026-10-01') };
    const state = Object.fromEntries(papersOf(left, ['VISA'], rules).map((paper) => [paper.guard, paper.state]));
    expect(state).toMatchObject({ HEALTH: 'proven', VISA: 'gap' });
  });
});
