import { addDays, addMonths, type LocalDate } from '@app/kernel';
import { type Guard, type LegalForm, type Milestone, MILESTONE_KINDS, milestoneRow, requiredGuards } from '@app/casework';

/** What a demo case is about, before its facts. */
export interface DemoTerms {
  readonly legalForm: LegalForm;
  readonly market: string;
  /** Korea's seasonal and public programmes and the border programme have no agency. */
  readonly withAgency: boolean;
  readonly months: number;
  /** Programme with papers and cycles of its own (policy rows `programme.*`), and the papers it adds to those of its form. */
  readonly programme?: string;
  readonly extra?: readonly Guard[];
}

export const TERMS = {
  JAPAN: { legalForm: 'SERVICE', market: 'JP', withAgency: true, months: 36 },
  KOREA: {
    legalForm: 'PUBLIC',
    market: 'KR',
    withAgency: false,
    months: 58,
    programme: 'EPS',
    extra: ['NO_RELATIVE_OVERSTAYING', 'SUPPLY_CONTRACT'],
  },
  TAIWAN: { legalForm: 'SERVICE', market: 'TW', withAgency: true, months: 36 },
  SEASON: {
    legalForm: 'SEASONAL',
    market: 'KR',
    withAgency: false,
    months: 8,
    programme: 'SEASONAL_KR',
    extra: ['NO_RELATIVE_OVERSTAYING'],
  },
  BORDER: { legalForm: 'BORDER', market: 'CN', withAgency: false, months: 12, programme: 'HEKOU' },
} as const satisfies Record<string, DemoTerms>;

const EMPLOYERS: Readonly<Record<string, readonly [employer: string, workplace: string, occupation: string][]>> = {
  JP: [
    ['Xưởng cơ khí Hoa Đào (thử nghiệm)', 'Ai-chi', 'Gia công cơ khí'],
    ['Hợp tác xã rau Bình Minh (thử nghiệm)', 'I-ba-ra-ki', 'Trồng rau nhà kính'],
  ],
  KR: [
    ['Nông trại Dâu Núi (thử nghiệm)', 'Chung-bắc', 'Nông nghiệp'],
    ['Nhà máy nhựa Hán Giang (thử nghiệm)', 'Kiêng-ki', 'Vận hành máy ép nhựa'],
  ],
  TW: [
    ['Nhà máy điện tử Đài Phong (thử nghiệm)', 'Đào Viên', 'Lắp ráp điện tử'],
    ['Viện dưỡng lão An Khang (thử nghiệm)', 'Đài Trung', 'Hộ lý'],
  ],
  CN: [['Xưởng chế biến gỗ Hà Khẩu (thử nghiệm)', 'Vân Nam', 'Chế biến gỗ']],
};

/** The milestone that proves each guard, read from the lifecycle table. */
const PAPER = new Map<Guard, Milestone['kind']>(
  MILESTONE_KINDS.flatMap((kind) => {
    const guard = milestoneRow(kind).proves;
    return guard ? [[guard, kind] as const] : [];
  }),
);

/** The way up to a stage before the exit; `day` is when that stage was reached, earlier steps lie before it. */
export function journeyTo(
  stage: 'REGISTERED' | 'COUNSELLED' | 'SOURCED' | 'SELECTED' | 'IN_TRAINING' | 'CONTRACTED' | 'READY',
  day: LocalDate,
  terms: DemoTerms,
  missing = 0,
): Milestone[] {
  const steps: (Milestone & { before: number })[] = [
    { kind: 'REGISTERED', before: 0 },
    { kind: 'COUNSELLED', before: 12 },
    ...(terms.withAgency ? [{ kind: 'SOURCED', before: 15 } as const] : []),
    { kind: 'SELECTED', before: 30 },
    { kind: 'TRAINING_STARTED', before: 20 },
    { kind: 'CONTRACT_SIGNED', before: 70, contract: { kind: 'sending', termMonths: terms.months } },
    { kind: 'READY_CONFIRMED', before: 40 },
  ];
  const last = { IN_TRAINING: 'TRAINING_STARTED', CONTRACTED: 'CONTRACT_SIGNED', READY: 'READY_CONFIRMED' }[stage as string] ?? stage;
  const taken = steps.slice(0, steps.findIndex(({ kind }) => kind === last) + 1);
  let at = day;
  const facts: Milestone[] = [];
  for (const { before, ...step } of taken.reverse()) {
    facts.unshift({ ...step, effectiveOn: at, ...(step.contract && { contract: { ...step.contract, signedOn: at } }) });
    at = addDays(at, -before);
  }
  return stage === 'READY' ? [...facts, ...papers(day, terms, missing)] : facts;
}

/** A person who left: the whole way with papers, the exit and the employment contract. `missing` papers stay unproven. */
export function departure(
  departedOn: LocalDate,
  terms: DemoTerms,
  end: LocalDate | undefined,
  turn: number,
  more: { stayUntil?: LocalDate; missing?: number } = {},
): Milestone[] {
  const choices = EMPLOYERS[terms.market]!;
  const [employer, workplace, occupation] = choices[turn % choices.length]!;
  const endsOn = end ?? addMonths(departedOn, terms.months);
  return [
    ...journeyTo('READY', addDays(departedOn, -10), terms, more.missing),
    {
      kind: 'DEPARTED',
      effectiveOn: departedOn,
      detail: {
        market: terms.market,
        employer,
        workplace,
        gate: terms.market === 'CN' ? 'Hà Khẩu' : 'Nội Bài',
        ...(more.stayUntil && { stayUntil: more.stayUntil }),
      },
      contract: {
        kind: 'employment',
        startsOn: addDays(departedOn, 2),
        endsOn,
        employer,
        workplace,
        occupation,
        termMonths: terms.months,
      },
    },
  ];
}

function papers(day: LocalDate, terms: DemoTerms, missing: number): Milestone[] {
  const guards = requiredGuards(terms.legalForm, terms.extra).filter((guard) => guard !== 'SENDING_CONTRACT' && PAPER.has(guard));
  return guards.slice(missing).map((guard) => ({
    kind: PAPER.get(guard)!,
    effectiveOn: addDays(day, -20),
    detail: guard === 'HEALTH' ? { validUntil: addDays(day, 340) } : guard === 'ORIENTATION' ? { validUntil: addMonths(day, 24) } : {},
  }));
}
