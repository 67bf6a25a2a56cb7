import { localDate, ROLES } from '@app/kernel';
import { decide } from './decide';
import { NO_FACTS } from './case-facts';
import { MILESTONE_KINDS } from './case-lifecycle';
import { BY_PROCEDURE, offersOf } from './case-offers';
import { STORED_STAGES } from './stages';

const DAY = localDate('2026-11-26');
/** A report that brings whatever any row of the table needs. */
const EVERYTHING = {
  effectiveOn: DAY,
  documentId: 'paper',
  detail: { reason: 'FAMILY', returnType: 'COMPLETED', agencyId: 'agency', stayUntil: DAY, guard: 'HEALTH' },
  contract: { kind: 'extension', endsOn: DAY },
} as const;
const AWAY = /^(ROLE_NOT_ALLOWED|ORDER_MISSING|CASE_STATE|STEP_SKIPPED|RETURN_BEFORE_EXIT)$/;

describe('what a case takes', () => {
  it('is exactly what a decision does not turn away for its role or its stage', () => {
    for (const stage of STORED_STAGES)
      for (const role of ROLES) {
        const facts = { ...NO_FACTS, stage, closedFrom: stage === 'CLOSED' ? ('RETURNED' as const) : null };
        const offered = offersOf(facts, role).map(({ kind }) => kind);
        const taken = MILESTONE_KINDS.filter((kind) => {
          const decision = decide(facts, { ...EVERYTHING, kind, by: role }, { today: EVERYTHING.effectiveOn, mode: 'live' });
          const turnedAway = decision.outcome === 'refused' && AWAY.test(decision.refusal.code);
          return !BY_PROCEDURE.includes(kind) && !turnedAway;
        });
        expect([stage, role, offered]).toEqual([stage, role, taken]);
      }
  });

  it('says where the case goes, and what is history only', () => {
    const of = (stage: 'SELECTED' | 'RETURNED') => offersOf({ stage, closedFrom: null }, 'agency_clerk');
    expect(of('SELECTED').find(({ kind }) => kind === 'CONTRACT_SIGNED')).toMatchObject({ to: 'CONTRACTED', proves: 'SENDING_CONTRACT' });
    expect(of('SELECTED').some(({ kind }) => kind === 'COUNSELLED' || kind === 'RETURNED')).toBe(false);
    expect(of('RETURNED').find(({ kind }) => kind === 'DEPARTED')).toMatchObject({ to: null, late: true, needs: ['date'] });
    expect(offersOf({ stage: 'ABROAD', closedFrom: null }, 'department_officer').map(({ kind }) => kind)).not.toContain(
      'OVERSTAY_CONFIRMED',
    );
  });
});
