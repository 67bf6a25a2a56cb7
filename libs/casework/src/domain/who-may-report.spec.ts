import { localDate as day, ROLES, type Role } from '@app/kernel';
import { NO_FACTS } from './case-facts';
import { MILESTONE_KINDS, type MilestoneKind } from './case-lifecycle';
import { decide } from './decide';
import type { MilestoneCommand } from './milestone';
import { STORED_STAGES, type StoredStage } from './stages';

/**
 * Who may report what, where a case stands, and where it goes: written from the texts and not from the code, as of 22/11/2026.
 *
 * Who: C commune · E employment service centre · A agency (or whoever sends) · P department of the province · B bank · S the machine.
 * A column is the stage the case stands in; a cell says `=` taken, the case stays · a letter: taken, the case goes there · `<` back to where it was closed ·
 * `.` refused. Stages: R registered · C counselled · S sourced · X selected · T in training · N contracted · Y ready | A abroad · L lawful stay elsewhere ·
 * B left the workplace · O overstaying confirmed · M missing | H home · D deceased | W withdrawn · F not sent · J rejected | Z closed.
 *
 * Sources: Law 69/2020/QH14, Art. 5-7 (forms, duties), 18-20 (preparation, supply contracts), 26 (agencies report exit, breach and death, 180 days),
 * 28-29 (another agency takes over), 44-54 (conditions, papers, direct contracts); Decree 128/2025/NĐ-CP, Art. 10 (the commune confirms); Decree 283/2026/NĐ-CP,
 * Art. 5, 54 (an overstay is confirmed by a document, not by a commune); Decree 338/2025/NĐ-CP (the bank decides on loans); Lào Cai plan 2024 (selection, exits).
 */
const WRITTEN = `
                                    R C S X T N Y | A L B O M | H D | W F J | Z
 REGISTERED                  CEA    = = = = = = = | = = = = = | = = | . . . | .
 COUNSELLED                  CE     C = = = = = = | = = = = = | = = | . . . | .
 SOURCED                     A      . S = = = = = | = = = = = | = = | . . . | .
 SELECTED                    EAP    . X X = = = = | = = = = = | = = | . . . | .
 TRAINING_STARTED            EA     . . . T = = = | = = = = = | = = | . . . | .
 CONTRACT_SIGNED             EA     . . . N N = = | = = = = = | = = | . . . | .

 CERTIFICATE_ISSUED          EA     = = = = = = = | = = = = = | = = | = = = | .
 EMPLOYMENT_CONTRACT_SIGNED  EA     = = = = = = = | = = = = = | = = | = = = | .
 APPLICATION_CONFIRMED       CEA    = = = = = = = | = = = = = | = = | = = = | .
 HEALTH_CERTIFIED            EA     = = = = = = = | = = = = = | = = | = = = | .
 SUPPLY_CONTRACT_REGISTERED  EAP    = = = = = = = | = = = = = | = = | = = = | .
 COMMUNE_CONFIRMED           CE     = = = = = = = | = = = = = | = = | = = = | .
 PASSPORT_RECORDED           EA     = = = = = = = | = = = = = | = = | = = = | .
 VISA_ISSUED                 EA     = = = = = = = | = = = = = | = = | = = = | .
 POLICE_RECORD_ISSUED        EA     = = = = = = = | = = = = = | = = | = = = | .
 LANGUAGE_PROVEN             EA     = = = = = = = | = = = = = | = = | = = = | .
 VOCATION_PROVEN             EA     = = = = = = = | = = = = = | = = | = = = | .
 ESCROW_PAID                 EAB    = = = = = = = | = = = = = | = = | = = = | .
 FUND_PAID                   EA     = = = = = = = | = = = = = | = = | = = = | .
 FEES_PAID                   EA     = = = = = = = | = = = = = | = = | = = = | .
 RETURN_COMMITTED            CEA    = = = = = = = | = = = = = | = = | = = = | .
 EXIT_CLEARED                EAP    = = = = = = = | = = = = = | = = | = = = | .
 RELATIVES_CLEARED           CEA    = = = = = = = | = = = = = | = = | = = = | .
 GUARD_PROVEN                CEAP   = = = = = = = | = = = = = | = = | = = = | .
 GUARD_WAIVED                P      = = = = = = = | . . . . . | . . | . . . | .

 LOAN_APPROVED               B      = = = = = = = | = = = = = | = = | = = = | .
 LOAN_DISBURSED              B      = = = = = = = | = = = = = | = = | = = = | .
 LOAN_SETTLED                B      = = = = = = = | = = = = = | = = | = = = | .

 EXIT_PLANNED                EA     = = = = = = = | . . . . . | . . | . . . | .
 READY_CONFIRMED             EA     . Y Y Y Y Y . | . . . . . | . . | . . . | .
 REJECTED                    EA     J J J J J J J | . . . . . | . . | . . . | .
 WITHDRAWN                   CEA    W W W W W W W | . . . . . | . . | . . . | .
 NOT_SENT                    EAS    F F F F F F F | . . . . . | . . | . . . | .
 DEPARTED                    EAP    A A A A A A A | . . . . . | = = | . . . | .

 EMPLOYER_REPORTED           EA     . . . . . . . | = = = = = | = = | . . . | .
 EXTENDED                    EA     . . . . . . . | = . . . . | = . | . . . | .
 TRANSFERRED                 EA     . . . . . . . | = . . . . | = . | . . . | .
 VISITED_HOME                CEA    . . . . . . . | = = . . . | . . | . . . | .
 RETURN_PLANNED              CEA    . . . . . . . | = = = = . | . . | . . . | .
 STAY_CHANGED                CEA    = = = = = = = | = = = = = | . . | . . . | .
 STAY_CANCELLED              EAP    . . . . . . . | = = = = . | . . | . . . | .
 CONTRACT_TERMINATED         EAP    . . . . . . . | = . = = . | = . | . . . | .
 STATUS_CHANGED              CEA    . . . . . . . | L . L . . | . . | . . . | .
 ABSCONDED                   A      . . . . . . . | B . . . . | = = | . . . | .
 ABSCONDING_WITHDRAWN        EAP    . . . . . . . | . . A . . | . . | . . . | .
 WENT_MISSING                AP     . . . . . . . | M M M M . | = = | . . . | .
 FOUND                       EAP    . . . . . . . | . . . . A | . . | . . . | .
 OVERSTAY_CONFIRMED          P      . . . . . . . | O . O . . | . . | . . . | .
 RETURNED                    CEAP   . . . . . . . | H H H H H | . . | . . . | .
 DIED                        AP     . . . . . . . | D D D D D | . . | . . . | .

 AGENCY_CHANGED              EP     = = = = = = = | = = = = = | = = | = = = | .
 CLOSED                      E      . . . . . . . | . Z . . . | Z Z | Z Z Z | .
 REOPENED                    P      . . . . . . . | . . . . . | . . | . . . | <
`;

const STAGE: Readonly<Record<string, StoredStage>> = {
  R: 'REGISTERED',
  C: 'COUNSELLED',
  S: 'SOURCED',
  X: 'SELECTED',
  T: 'IN_TRAINING',
  N: 'CONTRACTED',
  Y: 'READY',
  A: 'ABROAD',
  L: 'LAWFUL_STAY',
  B: 'ABSCONDED',
  O: 'OVERSTAYING',
  M: 'MISSING',
  H: 'RETURNED',
  D: 'DECEASED',
  W: 'WITHDRAWN',
  F: 'NOT_SENT',
  J: 'REJECTED',
  Z: 'CLOSED',
};
const WHO: Readonly<Record<Role | 'system', string>> = {
  commune_officer: 'C',
  centre_staff: 'E',
  agency_clerk: 'A',
  department_officer: 'P',
  bank_officer: 'B',
  system: 'S',
  leader: '–',
  administrator: '–',
};

const [head, ...lines] = WRITTEN.split('\n').filter((line) => line.trim());
const columns = head!.replaceAll('|', '').trim().split(/\s+/);
const table = lines.map((line) => {
  const [kind, who, ...cells] = line.replaceAll('|', '').trim().split(/\s+/);
  return { kind: kind as MilestoneKind, who: who!, cells };
});

/** Everything a report may have to bring: only who, where and what decide. */
const complete = (kind: MilestoneKind, by: MilestoneCommand['by']): MilestoneCommand => ({
  kind,
  by,
  effectiveOn: day('2026-11-01'),
  documentId: '00000000-0000-7000-8000-000000000001',
  detail: { reason: 'OTHER', returnType: 'COMPLETED', stayUntil: day('2027-01-01'), guard: 'HEALTH', agencyId: null, orderId: 'order' },
  contract: { kind: 'extension', endsOn: day('2029-01-01') },
});

function told(kind: MilestoneKind, by: MilestoneCommand['by'], stage: StoredStage): string {
  const facts = { ...NO_FACTS, stage, closedFrom: stage === 'CLOSED' ? ('RETURNED' as const) : null };
  const decision = decide(facts, complete(kind, by), {
    today: day('2026-11-22'),
    mode: 'live',
    certificateMonths: 24,
    waivableGuards: ['HEALTH'],
  });
  return decision.outcome === 'refused' ? decision.refusal.code : decision.outcome === 'recorded' ? decision.facts.stage : decision.outcome;
}

/** What the table says of one cell: the refusal, or the stage the case is in afterwards. A readiness is taken as far as its papers, of which there are none here. */
function written(kind: MilestoneKind, who: string, cell: string, by: Role | 'system', stage: StoredStage): readonly string[] {
  if (!who.includes(WHO[by])) return ['ROLE_NOT_ALLOWED'];
  if (cell === '.') return ['CASE_STATE', 'STEP_SKIPPED', 'RETURN_BEFORE_EXIT'];
  if (kind === 'READY_CONFIRMED') return ['GUARDS_UNPROVEN'];
  return [cell === '=' ? stage : cell === '<' ? 'RETURNED' : STAGE[cell]!];
}

describe('who may report what, from where to where', () => {
  it('is written for every fact and every stage, once', () => {
    expect(table.map(({ kind }) => kind).sort()).toEqual([...MILESTONE_KINDS].sort());
    expect(columns.map((letter) => STAGE[letter])).toEqual(expect.arrayContaining([...STORED_STAGES]));
    for (const { kind, cells } of table) expect([kind, cells.length]).toEqual([kind, columns.length]);
  });

  it.each(columns.map((letter, at) => ({ stage: STAGE[letter]!, at })))('$stage: every fact by every role as written', ({ stage, at }) => {
    const differing = table.flatMap(({ kind, who, cells }) =>
      ([...ROLES, 'system'] as const).flatMap((by) => {
        const [asWritten, asDecided] = [written(kind, who, cells[at]!, by, stage), told(kind, by, stage)];
        return asWritten.includes(asDecided) ? [] : [{ kind, by, asWritten, asDecided }];
      }),
    );
    expect(differing).toEqual([]);
  });
});
