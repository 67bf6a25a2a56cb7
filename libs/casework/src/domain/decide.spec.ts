import { localDate as day } from '@app/kernel';
import { applyMilestone } from './apply-milestone';
import { type CaseFacts, NO_FACTS } from './case-facts';
import { decide } from './decide';
import { deriveStage } from './derive-stage';
import { type Guard, guardNeed, LEGAL_FORMS, requiredGuards } from './guards';
import type { CaseRules, MilestoneCommand } from './milestone';
import { contradicts, replayCase, type StoredEvent } from './replay-case';

const RULES: CaseRules = { today: day('2026-11-22'), mode: 'live', certificateMonths: 24 };
const facts = (more: Partial<CaseFacts>): CaseFacts => ({ ...NO_FACTS, ...more });
const abroad = facts({
  stage: 'ABROAD',
  market: 'JP',
  contractSignedOn: day('2023-01-10'),
  departedOn: day('2023-03-01'),
  contractStart: day('2023-03-02'),
  contractEnd: day('2026-03-01'),
});
const returned = { ...abroad, stage: 'RETURNED' as const, returnedOn: day('2026-03-05') };
const signed = facts({ stage: 'CONTRACTED', market: 'JP', contractSignedOn: day('2026-02-20') });
const ask = (kind: MilestoneCommand['kind'], on: string | null, more: Partial<MilestoneCommand> = {}): MilestoneCommand => ({
  kind,
  by: 'agency_clerk',
  effectiveOn: on ? day(on) : null,
  ...more,
});
const code = (known: CaseFacts, command: MilestoneCommand, rules = RULES) => {
  const decision = decide(known, command, rules);
  return decision.outcome === 'refused' ? decision.refusal.code : decision.outcome === 'recorded' ? decision.facts.stage : 'unchanged';
};
const contract = (startsOn: string | null, endsOn: string) => ({
  contract: { kind: 'extension' as const, startsOn: startsOn ? day(startsOn) : null, endsOn: day(endsOn) },
});

describe('decide', () => {
  it.each<[string, CaseFacts, MilestoneCommand, string]>([
    ['exit reported', signed, ask('DEPARTED', '2026-11-01'), 'ABROAD'],
    ['exit in the future', signed, ask('DEPARTED', '2026-12-14'), 'EXIT_IN_FUTURE'],
    ['exit before the contract was signed', signed, ask('DEPARTED', '2026-02-03'), 'EXIT_BEFORE_CONTRACT'],
    ['exit on the day of signing', signed, ask('DEPARTED', '2026-02-20'), 'ABROAD'],
    ['exit without a day', signed, ask('DEPARTED', null), 'DATE_MISSING'],
    ['exit to another country', signed, ask('DEPARTED', '2026-11-01', { detail: { market: 'TW' } }), 'MARKET_DIFFERS'],
    [
      'contract ends before it starts',
      signed,
      ask('DEPARTED', '2026-11-01', contract('2026-11-02', '2026-09-02')),
      'CONTRACT_END_BEFORE_START',
    ],
    ['exit after the contract ended', signed, ask('DEPARTED', '2026-11-01', contract(null, '2026-10-01')), 'EXIT_AFTER_CONTRACT_END'],
    ['the same exit again', abroad, ask('DEPARTED', '2023-03-01'), 'unchanged'],
    ['another exit day', abroad, ask('DEPARTED', '2023-04-01'), 'EXIT_DATE_DIFFERS'],
    ['a new exit after the return needs a second case', returned, ask('DEPARTED', '2026-07-06'), 'CASE_STATE'],
    ['an exit told after the return, when none was known', { ...returned, departedOn: null }, ask('DEPARTED', '2023-03-01'), 'RETURNED'],
    ['an exit told late but after the return', { ...returned, departedOn: null }, ask('DEPARTED', '2026-07-01'), 'EXIT_AFTER_RETURN'],
    ['return', abroad, ask('RETURNED', '2026-03-05', { detail: { returnType: 'COMPLETED' } }), 'RETURNED'],
    ['return without its form', abroad, ask('RETURNED', '2026-03-05'), 'RETURN_TYPE_MISSING'],
    ['early return without a reason', abroad, ask('RETURNED', '2025-03-05', { detail: { returnType: 'EARLY' } }), 'EARLY_REASON_MISSING'],
    ['return before the exit day', abroad, ask('RETURNED', '2023-02-01', { detail: { returnType: 'COMPLETED' } }), 'RETURN_BEFORE_EXIT'],
    [
      'return of somebody who never left',
      signed,
      ask('RETURNED', '2026-11-01', { detail: { returnType: 'COMPLETED' } }),
      'RETURN_BEFORE_EXIT',
    ],
    ['return in the future', abroad, ask('RETURNED', '2026-12-01', { detail: { returnType: 'COMPLETED' } }), 'RETURN_IN_FUTURE'],
    ['the same return again', returned, ask('RETURNED', '2026-03-05', { detail: { returnType: 'COMPLETED' } }), 'unchanged'],
    ['another return day', returned, ask('RETURNED', '2026-03-06', { detail: { returnType: 'COMPLETED' } }), 'RETURN_DATE_DIFFERS'],
    ['a visit is no return', abroad, ask('VISITED_HOME', '2025-02-01'), 'ABROAD'],
    ['extension from the next day', abroad, ask('EXTENDED', null, contract('2026-03-02', '2027-03-01')), 'ABROAD'],
    ['extension that overlaps', abroad, ask('EXTENDED', null, contract('2026-01-01', '2027-03-01')), 'ABROAD'],
    ['extension with a gap', abroad, ask('EXTENDED', null, contract('2026-03-03', '2027-03-01')), 'EXTENSION_LEAVES_GAP'],
    ['extension that ends no later', abroad, ask('EXTENDED', null, contract(null, '2026-02-01')), 'EXTENSION_NOT_LATER'],
    ['extension without an end', abroad, ask('EXTENDED', '2026-01-01'), 'CONTRACT_END_MISSING'],
    ['the same extension again', abroad, ask('EXTENDED', null, contract(null, '2026-03-01')), 'unchanged'],
    ['absconding reported by the agency', abroad, ask('ABSCONDED', '2025-05-01'), 'ABSCONDED'],
    ['absconding told after the return', returned, ask('ABSCONDED', '2025-05-01'), 'RETURNED'],
    ['absconding by the commune', abroad, ask('ABSCONDED', '2025-05-01', { by: 'commune_officer' }), 'ROLE_NOT_ALLOWED'],
    ['lawful change without a paper', abroad, ask('STATUS_CHANGED', '2025-05-01'), 'EVIDENCE_MISSING'],
    ['lawful change with a paper', abroad, ask('STATUS_CHANGED', '2025-05-01', { detail: { reference: 'AB 12' } }), 'LAWFUL_STAY'],
    ['withdrawal abroad', abroad, ask('WITHDRAWN', '2025-05-01', { detail: { reason: 'FAMILY' } }), 'CASE_STATE'],
    ['a step skipped', facts({ stage: 'REGISTERED' }), ask('CONTRACT_SIGNED', '2026-01-01'), 'STEP_SKIPPED'],
    ['death before the exit day', abroad, ask('DIED', '2022-01-01'), 'BEFORE_EXIT'],
    [
      'a new agency',
      abroad,
      ask('AGENCY_CHANGED', '2025-01-01', {
        by: 'department_officer',
        detail: { reason: 'LICENCE_LOST', agencyId: 'x' },
      }),
      'ABROAD',
    ],
    [
      'a new agency, which one?',
      abroad,
      ask('AGENCY_CHANGED', '2025-01-01', { by: 'department_officer', detail: { reason: 'LICENCE_LOST' } }),
      'AGENCY_MISSING',
    ],
  ])('%s', (_, known, command, expected) => expect(code(known, command)).toBe(expected));

  it('closes only when nothing is open, and reopens where it stood', () => {
    const close = ask('CLOSED', '2026-11-01', { by: 'centre_staff' });
    expect(code(returned, close, { ...RULES, openItems: 2 })).toBe('OPEN_ITEMS');
    const closed = applyMilestone(returned, close);
    expect(closed).toMatchObject({ stage: 'CLOSED', closedFrom: 'RETURNED' });
    expect(code(closed, ask('REOPENED', '2026-11-02', { by: 'department_officer', detail: { reason: 'OTHER' } }))).toBe('RETURNED');
  });

  it('judges every guard by its evidence on the day of exit', () => {
    const all = Object.fromEntries(requiredGuards('SERVICE').map((guard) => [guard, { on: day('2026-10-01') }])) as Record<
      Guard,
      { on: ReturnType<typeof day> }
    >;
    const ready = (guards: CaseFacts['guards']) => code({ ...signed, guards }, ask('READY_CONFIRMED', '2026-11-20'));
    expect(ready(all)).toBe('READY');
    for (const guard of requiredGuards('SERVICE')) {
      expect([guard, ready({ ...all, [guard]: undefined })]).toEqual([guard, 'GUARDS_UNPROVEN']);
      expect([guard, ready({ ...all, [guard]: { on: day('2026-10-01'), until: day('2026-11-19') } })]).toEqual([guard, 'GUARDS_UNPROVEN']);
    }
    expect(ready({ ...all, ORIENTATION: { on: day('2024-11-19') } })).toBe('GUARDS_UNPROVEN');
    expect(ready({ ...all, ORIENTATION: { on: day('2024-11-20') } })).toBe('READY');
    expect(
      code({ ...signed, guards: all }, ask('READY_CONFIRMED', '2026-11-20'), {
        ...RULES,
        programmeGuards: ['LANGUAGE'],
      }),
    ).toBe('GUARDS_UNPROVEN');
  });

  it('refuses a decided exit for missing papers and records a reported one with its gaps', () => {
    expect(code(signed, ask('DEPARTED', '2026-11-01', { detail: { decided: true } }))).toBe('GUARDS_UNPROVEN');
    const decision = decide(signed, ask('DEPARTED', '2026-11-01'), RULES);
    expect(decision).toMatchObject({ outcome: 'recorded', learnt: true, late: false });
    expect(decision.outcome === 'recorded' && decision.gaps).toEqual(requiredGuards('SERVICE'));
  });

  it('has the guard table of each legal form', () => {
    for (const form of LEGAL_FORMS)
      expect(requiredGuards(form)).toEqual(
        expect.arrayContaining(['HEALTH', 'PASSPORT', 'VISA', 'FUND', 'NO_EXIT_BAN', 'EMPLOYMENT_CONTRACT']),
      );
    expect(guardNeed('ORIENTATION', 'DIRECT')).toBe('none');
    expect(guardNeed('COMMUNE_CONFIRMATION', 'DIRECT')).toBe('required');
    expect(guardNeed('ESCROW', 'PUBLIC')).toBe('required');
    expect(guardNeed('SUPPLY_CONTRACT', 'SKILL_UPGRADE')).toBe('required');
    expect(guardNeed('LANGUAGE', 'BORDER')).toBe('optional');
  });
});

describe('facts from events', () => {
  let id = 0;
  const event = (kind: StoredEvent['kind'], on: string | null, more: Partial<StoredEvent> = {}): StoredEvent => ({
    id: ++id,
    kind,
    effectiveOn: on ? day(on) : null,
    correctsId: null,
    organisationId: null,
    detail: {},
    ...more,
  });

  it('leaves the programme behind when an order of another form is what somebody is selected for', () => {
    const agreed = facts({ stage: 'COUNSELLED', legalForm: 'PUBLIC', programme: 'EPS', market: 'KR' });
    const selected = (legalForm: 'SERVICE' | 'PUBLIC') =>
      applyMilestone(agreed, ask('SELECTED', '2026-11-01', { detail: { orderId: 'order', legalForm, market: 'JP' } })).programme;
    expect([selected('SERVICE'), selected('PUBLIC')]).toEqual([null, 'EPS']);
  });

  it('shortens the contract by a termination, and the stay by a cancellation', () => {
    const after = applyMilestone(
      applyMilestone({ ...abroad, stayUntil: day('2026-06-01') }, ask('STAY_CANCELLED', '2025-01-01')),
      ask('CONTRACT_TERMINATED', '2024-12-20'),
    );
    expect(after).toMatchObject({
      stayUntil: '2025-01-01',
      contractEnd: '2024-12-20',
      contractTerminatedOn: '2024-12-20',
    });
  });

  it('forgets a stay date that an extension has outrun', () => {
    expect(
      applyMilestone({ ...abroad, stayUntil: day('2026-03-20') }, ask('EXTENDED', null, contract(null, '2027-03-01'))).stayUntil,
    ).toBeNull();
    expect(applyMilestone({ ...abroad, stayUntil: day('2027-06-01') }, ask('EXTENDED', null, contract(null, '2027-03-01'))).stayUntil).toBe(
      '2027-06-01',
    );
  });

  it('replays corrections where the corrected event stood, and leaves out what never happened', () => {
    const events = [
      event('REGISTERED', '2022-01-01', { detail: { market: 'JP' } }),
      event('CONTRACT_SIGNED', '2023-01-10'),
      event('DEPARTED', '2023-03-01'),
      event('RETURNED', '2025-01-01', { detail: { returnType: 'EARLY' } }),
    ];
    expect(replayCase(events)).toMatchObject({ stage: 'RETURNED', market: 'JP', returnType: 'EARLY' });
    const withdrawn = event('CORRECTED', null, { correctsId: events[3]!.id, detail: { withdrawn: true } });
    expect(replayCase([...events, withdrawn])).toMatchObject({ stage: 'ABROAD', returnedOn: null, returnType: null });
    const moved = event('CORRECTED', '2023-03-09', { correctsId: events[2]!.id });
    expect(replayCase([...events, moved])).toMatchObject({
      stage: 'RETURNED',
      departedOn: '2023-03-09',
      returnType: 'EARLY',
    });
    expect(contradicts(replayCase([...events, event('CORRECTED', '2025-02-01', { correctsId: events[2]!.id })]))).toBe(true);
  });

  it.each([
    [null, '2026-11-21', '2026-11-22', 'ABROAD_GRACE'],
    [null, '2026-11-22', '2026-11-22', 'ABROAD'],
    [null, '2026-10-16', '2026-11-22', 'SUSPECTED_OVERSTAY'],
    [null, '2026-10-17', '2026-11-22', 'ABROAD_GRACE'],
    ['2026-11-11', '2026-11-01', '2026-11-22', 'SUSPECTED_OVERSTAY'],
    ['2026-11-12', '2026-11-01', '2026-11-22', 'ABROAD_GRACE'],
    ['2026-01-01', '2027-01-01', '2026-11-22', 'SUSPECTED_OVERSTAY'],
    [null, null, '2026-11-22', 'ABROAD'],
  ] as const)('stay until %s, contract until %s: on %s shown as %s', (stay, end, on, expected) => {
    const known = {
      stage: 'ABROAD' as const,
      returnedOn: null,
      stayUntil: stay && day(stay),
      contractEnd: end && day(end),
    };
    expect(deriveStage(known, day(on), { graceDays: 10, defaultStayDays: 20, estimatedExtraDays: 7 })).toBe(expected);
    expect(
      deriveStage({ ...known, stage: 'MISSING' }, day(on), {
        graceDays: 10,
        defaultStayDays: 20,
        estimatedExtraDays: 7,
      }),
    ).toBe('MISSING');
    expect(
      deriveStage({ ...known, returnedOn: day('2026-11-01') }, day(on), {
        graceDays: 10,
        defaultStayDays: 20,
        estimatedExtraDays: 7,
      }),
    ).toBe('ABROAD');
  });
});
