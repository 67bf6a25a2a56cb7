import { localDate as day } from '@app/kernel';
import type { CaseRecord } from './case-record';
import type { CaseRules } from './milestone';
import { type KnownCase, takeRecord } from './take-record';

const RULES: CaseRules = { today: day('2026-11-22'), mode: 'record', certificateMonths: 24 };
const record = (more: Partial<CaseRecord>): CaseRecord => ({
  workerId: 'w',
  provinceCode: '12',
  communeCode: null,
  requestId: 'r',
  milestones: [],
  ...more,
});
const take = (milestones: CaseRecord['milestones'], known?: KnownCase, more: Partial<CaseRecord> = {}) =>
  takeRecord(record({ milestones, ...more }), RULES, known);
const kinds = (taken: ReturnType<typeof take>) => taken.taken.map(({ fact }) => fact.kind);
const signed = { kind: 'CONTRACT_SIGNED' as const, effectiveOn: day('2023-01-10') };
const departed = { kind: 'DEPARTED' as const, effectiveOn: day('2023-03-01') };

describe('takeRecord', () => {
  it('begins every new case with its registration and takes facts in lifecycle order', () => {
    const taken = take([departed, signed, { kind: 'REGISTERED', effectiveOn: day('2022-10-01') }], undefined, {
      market: 'JP',
      agencyId: 'a',
    });
    expect(kinds(taken)).toEqual(['REGISTERED', 'CONTRACT_SIGNED', 'DEPARTED']);
    expect(taken.taken.map(({ stageBefore, stageAfter }) => [stageBefore, stageAfter])).toEqual([
      [null, 'REGISTERED'],
      ['REGISTERED', 'CONTRACTED'],
      ['CONTRACTED', 'ABROAD'],
    ]);
    expect(taken.facts).toMatchObject({ market: 'JP', agencyId: 'a', departedOn: '2023-03-01' });
    expect(kinds(take([]))).toEqual(['REGISTERED']);
  });

  it('takes a step told without its day, which then proves nothing', () => {
    expect(take([{ kind: 'SELECTED' }]).facts.stage).toBe('SELECTED');
    const gone = take([{ kind: 'CONTRACT_SIGNED' }, departed]);
    expect(gone.facts.stage).toBe('ABROAD');
    expect(gone.gaps).toContain('SENDING_CONTRACT');
    expect(take([signed, departed]).gaps).not.toContain('SENDING_CONTRACT');
    expect(take([{ kind: 'DEPARTED' }]).differing).toMatchObject([{ kind: 'DEPARTED', refusal: { code: 'DATE_MISSING' } }]);
  });

  it('has no gaps before the exit, and every unproven guard after it', () => {
    expect(take([signed]).gaps).toEqual([]);
    expect(take([signed, departed]).gaps).toEqual(expect.arrayContaining(['HEALTH', 'PASSPORT', 'ORIENTATION']));
    expect(take([signed, departed, { kind: 'CERTIFICATE_ISSUED', effectiveOn: day('2022-12-01') }]).gaps).not.toContain('ORIENTATION');
  });

  it('skips what is known, completes what is missing, reports what contradicts', () => {
    const first = take([signed, departed]);
    const known: KnownCase = {
      facts: first.facts,
      events: new Map([
        ['REGISTERED', [null]],
        ['CONTRACT_SIGNED', ['2023-01-10']],
        ['DEPARTED', ['2023-03-01']],
      ]),
    };
    expect(kinds(take([signed, departed], known))).toEqual([]);
    expect(take([{ ...signed, effectiveOn: day('2023-01-11') }], known).differing).toMatchObject([{ kind: 'CONTRACT_SIGNED' }]);
    const later = take(
      [
        { ...departed, contract: { kind: 'employment', startsOn: day('2023-03-02'), endsOn: day('2026-03-01') } },
        { kind: 'RETURNED', effectiveOn: day('2026-03-05') },
      ],
      known,
      { market: 'JP' },
    );
    expect(kinds(later)).toEqual(['EMPLOYMENT_CONTRACT_SIGNED', 'RETURNED']);
    expect(later.facts).toMatchObject({ stage: 'RETURNED', contractEnd: '2026-03-01', market: 'JP' });
    expect(later.taken[0]!.fact.detail).toMatchObject({ market: 'JP' });
  });

  it('refuses dates that contradict each other, fact by fact', () => {
    expect(take([signed, { ...departed, effectiveOn: day('2022-03-01') }]).differing).toMatchObject([
      { kind: 'DEPARTED', refusal: { code: 'EXIT_BEFORE_CONTRACT' } },
    ]);
    expect(take([signed, departed, { kind: 'RETURNED', effectiveOn: day('2023-02-01') }]).differing).toMatchObject([
      { kind: 'RETURNED', refusal: { code: 'RETURN_BEFORE_EXIT' } },
    ]);
  });
});
