import { readFileSync } from 'node:fs';
import { addDays, addMonths, localDate as day, type LocalDate } from '@app/kernel';
import { applyMilestone } from './apply-milestone';
import { type CaseFacts, type Evidence, NO_FACTS } from './case-facts';
import { papersOf } from './case-papers';
import { decide } from './decide';
import { type Guard, GUARDS, type LegalForm } from './guards';
import { judgeGuard } from './judge-guards';
import type { CaseRules, ContractTerms, MilestoneCommand } from './milestone';

const TODAY = day('2026-11-22');

/**
 * The written table: each form (columns) alone and with each programme of the seeded rules. `●` keeps the person here, `–` asks nothing, `w` is
 * advised and asks nothing. Law 69/2020/QH14, Art. 44-53; programmes by their notices.
 */
const COLUMNS: readonly (readonly [form: LegalForm, programme: string | null, market: string])[] = [
  ['SERVICE', null, 'TW'],
  ['SERVICE', 'TITP', 'JP'],
  ['SERVICE', 'SSW', 'JP'],
  ['SERVICE', null, 'DE'],
  ['PUBLIC', null, 'JP'],
  ['PUBLIC', 'EPS', 'KR'],
  ['SEASONAL', 'SEASONAL_KR', 'KR'],
  ['BORDER', 'HEKOU', 'CN'],
  ['CONTRACTOR', null, 'TW'],
  ['SKILL_UPGRADE', null, 'JP'],
  ['DIRECT', null, 'DE'],
];
const WRITTEN: Readonly<Record<Guard, string>> = {
  APPLICATION: '●●●●●●●●––●',
  HEALTH: '●●●●●●●●●●●',
  ORIENTATION: '●●●●●●●●●●w',
  SUPPLY_CONTRACT: '●●●●–●–––●–',
  SENDING_CONTRACT: '●●●●●●●●–●–',
  EMPLOYMENT_CONTRACT: '●●●●●●●●●●●',
  COMMUNE_CONFIRMATION: '––––––––––●',
  PASSPORT: '●●●●●●●●●●●',
  VISA: '●●●●●●●●●●●',
  POLICE_RECORD: '––––●●●––––',
  LANGUAGE: '–●●●●●––––●',
  VOCATION: '––●●–––––●●',
  ESCROW: '––––●●–––––',
  FUND: '●●●●●●●●●●●',
  RETURN_COMMITMENT: '––––●●●●–––',
  NO_EXIT_BAN: '●●●●●●●●●●●',
  NO_RELATIVE_OVERSTAYING: '–––––●●––––',
  FEES: '●●●●●●●●–––',
};

interface Seeded {
  key: string;
  market?: string;
  value: unknown;
}
const seeded = ['exit-rules', 'practice-rules'].flatMap(
  (file) => JSON.parse(readFileSync(`libs/policy/src/domain/${file}.json`, 'utf8')) as Seeded[],
);
const rule = <T>(key: string, market = '*') => seeded.find((one) => one.key === key && (one.market ?? '*') === market)?.value as T;

function rulesOf([form, programme, market]: (typeof COLUMNS)[number]): CaseRules {
  return {
    today: TODAY,
    mode: 'live',
    certificateMonths: 24,
    programmeGuards: [
      ...(rule<Guard[]>('case.programme_guards', market) ?? []),
      ...(programme ? rule<{ guards: Guard[] }>(`programme.${programme}`).guards : []),
    ],
    advisedGuards: rule<Record<string, Guard[]>>('case.advised_guards')[form] ?? [],
    waivableGuards: rule<Guard[]>('case.waivable_guards'),
    paperMonths: rule('paper.valid_months'),
    passportMarginMonths: rule<number>('paper.passport_margin_months'),
    passMonths: rule<{ validMonths: number }>('identity.laissezPasser').validMonths,
    fundLeadDays: rule<number>('paper.fund_lead_days'),
    mostMonths: (programme && rule<{ mostMonths: number | null }>(`programme.${programme}`).mostMonths) || undefined,
  };
}

const names = Object.keys(GUARDS) as Guard[];
const everything = Object.fromEntries(names.map((guard) => [guard, { on: day('2026-10-01') }])) as Record<Guard, Evidence>;
function caseOf([legalForm, programme, market]: (typeof COLUMNS)[number], guards: CaseFacts['guards'] = everything): CaseFacts {
  return { ...NO_FACTS, stage: 'CONTRACTED', legalForm, programme, market, guards };
}
const ready: MilestoneCommand = { kind: 'READY_CONFIRMED', by: 'centre_staff' };
const told = (facts: CaseFacts, rules: CaseRules, command = ready) => {
  const decision = decide(facts, command, rules);
  return decision.outcome === 'refused' ? (decision.refusal.details.rules ?? decision.refusal.code) : 'allowed';
};

describe('exit gates', () => {
  describe.each(COLUMNS.map((column, at) => ({ column, at, name: column.filter(Boolean).join(' ') })))('$name', ({ column, at }) => {
    const rules = rulesOf(column);
    it('lets somebody go with everything', () => expect(told(caseOf(column), rules)).toBe('allowed'));
    it.each(names)('%s: allowed or refused with the rule named, as written', (guard) => {
      const mark = WRITTEN[guard][at];
      const { [guard]: _, ...without } = everything;
      const lapsed = { ...everything, [guard]: { on: day('2025-01-01'), until: day('2026-11-21') } };
      expect([mark, told(caseOf(column, without), rules)]).toEqual([mark, mark === '●' ? { [guard]: 'NOT_SHOWN' } : 'allowed']);
      expect([mark, told(caseOf(column, lapsed), rules)]).toEqual([mark, mark === '●' ? { [guard]: 'LAPSED' } : 'allowed']);
      const shown = papersOf(caseOf(column, without), [], rules).find((paper) => paper.guard === guard);
      expect([mark, shown?.state]).toEqual([mark, { '●': 'missing', w: 'advised' }[mark!]]);
    });
  });

  /** Longest turn of each column, months, extensions included; `–`: as the contract says. */
  const MOST = ['–', 60, 60, '–', '–', 58, 8, 12, '–', '–', '–'] as const;
  describe.each(COLUMNS.map((column, at) => ({ column, most: MOST[at]!, name: column.filter(Boolean).join(' ') })))(
    'one turn of $name: $most months',
    ({ column, most }) => {
      const rules = rulesOf(column);
      const start = day('2026-12-01');
      const latest = addMonths(start, most === '–' ? 120 : most);
      const next = addDays(latest, 1);
      const refusal = (code: string) => (most === '–' ? 'allowed' : code);
      const signed = (contract: Partial<ContractTerms>): MilestoneCommand => ({
        kind: 'CONTRACT_SIGNED',
        by: 'centre_staff',
        effectiveOn: TODAY,
        contract: { kind: 'sending', ...contract },
      });
      const gone = { ...caseOf(column), stage: 'ABROAD' as const, departedOn: day('2026-11-01'), contractEnd: day('2027-02-01') };
      const extended = (endsOn: LocalDate): MilestoneCommand => ({
        kind: 'EXTENDED',
        by: 'centre_staff',
        contract: { kind: 'extension', endsOn },
      });

      it.each([
        ['a contract until the last day', signed({ startsOn: start, endsOn: latest }), {}, 'allowed'],
        ['a contract one day longer', signed({ startsOn: start, endsOn: next }), {}, 'TURN_TOO_LONG'],
        ['a term of its months', signed({ termMonths: most === '–' ? 120 : most }), {}, 'allowed'],
        ['a term of one month more', signed({ termMonths: most === '–' ? 120 : most + 1 }), {}, 'TURN_TOO_LONG'],
        ['a contract whose first day nobody knows', signed({ endsOn: next }), {}, 'allowed'],
        ['a contract longer than from the planned exit', signed({ endsOn: next }), { plannedExitOn: start }, 'TURN_TOO_LONG'],
      ] as const)('%s', (_, command, more, expected) =>
        expect(told({ ...caseOf(column), stage: 'SELECTED', ...more }, rules, command)).toBe(
          expected === 'allowed' ? expected : refusal(expected),
        ),
      );

      it.each([
        [addMonths(TODAY, most === '–' ? 120 : most), 'allowed'],
        [addDays(addMonths(TODAY, most === '–' ? 120 : most), 1), 'TURN_TOO_LONG'],
      ] as const)('an exit today with a contract until %s: %s', (contractEnd, expected) =>
        expect(
          told({ ...caseOf(column), stage: 'READY', contractEnd }, rules, { kind: 'DEPARTED', by: 'centre_staff', effectiveOn: TODAY }),
        ).toBe(expected === 'allowed' ? expected : refusal(expected)),
      );

      it('shows it in the gate list before the exit, and refuses the readiness', () => {
        const facts = { ...caseOf(column), contractStart: start, contractEnd: next };
        expect(told(facts, rules)).toEqual(most === '–' ? 'allowed' : { EMPLOYMENT_CONTRACT: 'TURN_TOO_LONG' });
        expect(told({ ...facts, contractEnd: latest }, rules)).toBe('allowed');
        expect(papersOf(facts, [], rules).find(({ guard }) => guard === 'EMPLOYMENT_CONTRACT')).toMatchObject({
          rule: most === '–' ? null : 'TURN_TOO_LONG',
        });
      });

      it('counts extensions from the exit', () => {
        const until = addMonths(gone.departedOn, most === '–' ? 120 : most);
        expect(told(gone, rules, extended(until))).toBe('allowed');
        expect(told(gone, rules, extended(addDays(until, 1)))).toBe(refusal('TURN_TOO_LONG'));
      });
    },
  );

  const service = COLUMNS[0]!;
  const rules = rulesOf(service);
  const verdict = (guard: Guard, evidence: Evidence, on: string, more: Partial<CaseFacts> = {}) =>
    judgeGuard({ ...caseOf(service, { [guard]: evidence }), ...more }, rules, guard, day(on));

  it.each([
    // issued, judged on: the last day counts, the next does not; 29 February ends on the 28th of a common year
    ['2024-11-22', '2026-11-22', null],
    ['2024-11-22', '2026-11-23', 'LAPSED'],
    ['2024-11-21', '2026-11-22', 'LAPSED'],
    ['2024-02-29', '2026-02-28', null],
    ['2024-02-29', '2026-03-01', 'LAPSED'],
    ['2026-02-28', '2028-02-28', null],
    ['2026-02-28', '2028-02-29', 'LAPSED'],
    ['2026-03-31', '2028-03-31', null],
    ['2026-11-23', '2026-11-22', 'NOT_YET'],
  ])('a certificate of %s on %s: %s', (issued, on, expected) =>
    expect(verdict('ORIENTATION', { on: day(issued) }, on).rule).toBe(expected),
  );

  it.each([
    // passport until, contract end, rule: six months after the end, to the day
    ['2029-05-31', '2028-11-30', null],
    ['2029-05-30', '2028-11-30', null],
    ['2029-05-29', '2028-11-30', 'PASSPORT_MARGIN'],
    ['2029-02-28', '2028-08-31', null],
    ['2029-02-27', '2028-08-31', 'PASSPORT_MARGIN'],
    ['2028-02-29', '2027-08-29', null],
    ['2028-02-28', '2027-08-29', 'PASSPORT_MARGIN'],
    ['2026-11-22', null, null],
    ['2026-11-21', null, 'LAPSED'],
  ])('a passport until %s for a contract until %s: %s', (until, end, expected) =>
    expect(
      verdict('PASSPORT', { on: day('2020-01-01'), until: day(until) }, '2026-11-22', { contractEnd: end && day(end) } as never).rule,
    ).toBe(expected),
  );

  it.each([
    // a border pass: no margin, never longer than twelve months whatever is written on it
    ['2026-11-01', '2027-11-01', '2026-12-01', null],
    ['2025-11-22', '2027-01-01', '2026-11-22', null],
    ['2025-11-21', '2027-01-01', '2026-11-22', 'PASS_TERM'],
    ['2025-11-21', '2026-06-01', '2026-11-22', 'LAPSED'],
  ])('a border pass of %s until %s on %s: %s', (issued, until, on, expected) =>
    expect(
      verdict('PASSPORT', { on: day(issued), until: day(until), pass: true }, on, { legalForm: 'BORDER', contractEnd: day('2027-10-01') })
        .rule,
    ).toBe(expected),
  );

  it.each([
    // the Fund three days before a known exit; with no day of exit there is nothing to count from
    ['2026-12-07', '2026-12-10', null],
    ['2026-12-08', '2026-12-10', 'FUND_LATE'],
    ['2026-12-10', '2026-12-10', 'FUND_LATE'],
  ])('the Fund paid on %s for an exit on %s: %s', (paid, exit, expected) => {
    expect(verdict('FUND', { on: day(paid) }, exit, { plannedExitOn: day(exit) }).rule).toBe(expected);
    expect(verdict('FUND', { on: day(paid) }, exit).rule).toBeNull();
  });

  it('asks for new training when agency, trade or country is another than the certificate is for, and compares nothing unknown', () => {
    const trained = applyMilestone(
      { ...caseOf(service), agencyId: 'a', occupation: 'Hàn xì' },
      { kind: 'CERTIFICATE_ISSUED', effectiveOn: day('2026-09-01') },
    );
    const on = (facts: CaseFacts) => judgeGuard(facts, rules, 'ORIENTATION', TODAY).rule;
    expect(trained.guards.ORIENTATION?.terms).toEqual({ agencyId: 'a', market: 'TW', occupation: 'Hàn xì' });
    expect(on(trained)).toBeNull();
    expect(on({ ...trained, occupation: 'HÀN  XÌ' })).toBeNull();
    expect(on(applyMilestone(trained, { kind: 'AGENCY_CHANGED', effectiveOn: TODAY, detail: { agencyId: 'b' } }))).toBe('OTHER_AGENCY');
    expect(on({ ...trained, market: 'JP' })).toBe('OTHER_COUNTRY');
    expect(on({ ...trained, occupation: 'May công nghiệp' })).toBe('OTHER_TRADE');
    expect(on({ ...trained, agencyId: null, occupation: null })).toBeNull();
    const later = applyMilestone(trained, {
      kind: 'DEPARTED',
      effectiveOn: TODAY,
      contract: { kind: 'employment', occupation: 'May công nghiệp' },
    });
    expect(on(later)).toBe('OTHER_TRADE');
  });

  it.each([
    ['CERTIFICATE_ISSUED', {}],
    ['LANGUAGE_PROVEN', {}],
    ['VOCATION_PROVEN', {}],
    ['GUARD_PROVEN', { guard: 'VOCATION' }],
    ['GUARD_PROVEN', { guard: 'ORIENTATION' }],
  ] as const)('%s %j: leaves the trade and the country agreed for the place of work alone', (kind, more) => {
    const detail = { ...more, occupation: 'May công nghiệp', market: 'JP' };
    const after = applyMilestone({ ...caseOf(service), occupation: 'Hàn xì' }, { kind, effectiveOn: TODAY, detail });
    expect(after).toMatchObject({ occupation: 'Hàn xì', market: 'TW' });
    expect(applyMilestone({ ...NO_FACTS }, { kind, effectiveOn: TODAY, detail }).occupation).toBeNull();
  });

  it('judges papers for the planned day weeks before it', () => {
    const facts = { ...caseOf(service, { ...everything, HEALTH: { on: day('2025-12-01') } }), plannedExitOn: day('2026-12-20') };
    const state = (planned: CaseFacts) => papersOf(planned, [], rules).find(({ guard }) => guard === 'HEALTH');
    expect(state(facts)).toMatchObject({ state: 'lapsed', rule: 'LAPSED', lastDay: '2026-12-01' });
    expect(state({ ...facts, plannedExitOn: day('2026-12-01') })).toMatchObject({ state: 'proven', rule: null });
    expect(state({ ...facts, plannedExitOn: null })).toMatchObject({ state: 'proven' });
    expect(told(facts, rules)).toEqual({ HEALTH: 'LAPSED' });
    expect(addMonths(day('2025-12-01'), 12)).toBe('2026-12-01');
  });

  it('lets the department alone waive, with a reason, and only what the law leaves open', () => {
    const waive = (guard: Guard, more: Partial<MilestoneCommand> = {}): MilestoneCommand => ({
      kind: 'GUARD_WAIVED',
      by: 'department_officer',
      detail: { guard, reason: 'Nước đến miễn cho đợt này' },
      ...more,
    });
    const german = COLUMNS[3]!;
    const { LANGUAGE: _, ...without } = everything;
    const facts = caseOf(german, without);
    expect(told(facts, rulesOf(german), waive('LANGUAGE', { by: 'centre_staff' }))).toBe('ROLE_NOT_ALLOWED');
    expect(told(facts, rulesOf(german), waive('LANGUAGE', { detail: { guard: 'LANGUAGE' } }))).toBe('REASON_MISSING');
    for (const guard of names)
      expect([guard, told(facts, rulesOf(german), waive(guard))]).toEqual([
        guard,
        rule<Guard[]>('case.waivable_guards').includes(guard) ? 'allowed' : 'GUARD_NOT_WAIVABLE',
      ]);
    const waived = applyMilestone(facts, waive('LANGUAGE'));
    expect(told(waived, rulesOf(german))).toBe('allowed');
    expect(papersOf(waived, [], rulesOf(german)).find(({ guard }) => guard === 'LANGUAGE')).toMatchObject({
      state: 'waived',
      waivedFor: 'Nước đến miễn cho đợt này',
    });
  });
});
