import { localDate as day } from '@app/kernel';
import { carriedPapers } from './carry-papers';
import { type CaseFacts, NO_FACTS } from './case-facts';

const RULES = { today: day('2026-11-22'), mode: 'live', certificateMonths: 24, paperMonths: { HEALTH: 12 }, passMonths: 12 } as const;
const BEFORE: CaseFacts = {
  ...NO_FACTS,
  stage: 'RETURNED',
  legalForm: 'BORDER',
  market: 'CN',
  guards: {
    PASSPORT: { on: day('2026-01-10'), until: day('2027-01-09'), pass: true },
    HEALTH: { on: day('2025-11-22') },
    ORIENTATION: { on: day('2025-01-01'), terms: { market: 'CN', occupation: 'Chế biến gỗ' } },
    VISA: { on: day('2026-01-10') },
    POLICE_RECORD: { on: null, reference: '12' },
  },
};
const NEXT: CaseFacts = { ...NO_FACTS, stage: 'COUNSELLED', legalForm: 'BORDER', market: 'CN' };
const carried = (to: Partial<CaseFacts> = {}, from: Partial<CaseFacts> = {}, on = '2026-11-22') =>
  carriedPapers({ ...BEFORE, ...from }, { ...NEXT, ...to }, RULES, day(on)).map(({ guard }) => guard);

describe('papers a person brings to the next turn', () => {
  it('are those still good, of the person and not of the attempt', () => expect(carried()).toEqual(['PASSPORT', 'HEALTH', 'ORIENTATION']));
  it('end on their last day', () => {
    expect(carried({}, {}, '2026-11-23')).toEqual(['PASSPORT', 'ORIENTATION']);
    expect(carried({}, {}, '2027-01-01')).toEqual(['PASSPORT', 'ORIENTATION']);
    expect(carried({}, {}, '2027-01-02')).toEqual(['PASSPORT']);
    expect(carried({}, {}, '2027-01-10')).toEqual([]);
  });
  it.each([
    ['another country', { market: 'KR' }],
    ['a country nobody told', { market: null }],
    ['another trade', { occupation: 'May công nghiệp' }],
    ['an agency now', { agencyId: 'a' }],
  ])('ask for new training: %s', (_, to) => expect(carried(to)).not.toContain('ORIENTATION'));
  it('leave alone what was shown for this turn', () =>
    expect(carried({ guards: { PASSPORT: { on: day('2026-11-01') } } })).toEqual(['HEALTH', 'ORIENTATION']));
});
