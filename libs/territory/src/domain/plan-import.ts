import { addDays, localDate, type LocalDate } from '@app/kernel';
import { TotalsOfFullFile, checkTotals } from './totals';
import { FROM_EVER, type Route, UNTIL_EVER, type UnitLevel } from './unit';
import type { FormerDraft, SuccessionDraft, UnitDraft, UnitFault } from './unit-file';
import { type PlannedUnit, UnitTimeline, close, keyOf } from './unit-timeline';

/** What the table holds before the import. */
export interface KnownUnit {
  readonly level: UnitLevel;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly parentCode: string;
  readonly from: string;
  readonly to: string;
  readonly altNames: readonly string[];
  readonly basis: string;
  readonly verified: boolean;
}

/** A verified succession already in the table, by the keys of its units. */
export interface KnownSuccession {
  readonly oldKey: string;
  readonly newKey: string;
  readonly route: Route;
  readonly effectiveOn: string;
}

/** What stands in the table before an import. */
export interface Standing {
  readonly units: readonly KnownUnit[];
  readonly successions: readonly KnownSuccession[];
}

export interface PlannedSuccession {
  readonly old: PlannedUnit;
  readonly new: PlannedUnit;
  readonly kind: string;
  readonly route: Route;
  readonly note: string;
  readonly hint: boolean;
  readonly effectiveOn: LocalDate;
  readonly verified: boolean;
}

export interface ImportPlan {
  /** The file holds the whole country, old units included: what was unverified and is not in it goes. */
  readonly full: boolean;
  readonly units: readonly (PlannedUnit & { readonly parent: PlannedUnit | undefined })[];
  readonly successions: readonly PlannedSuccession[];
  readonly formers: readonly (FormerDraft & { readonly unit: PlannedUnit })[];
  /** Days on which something changes, earliest first. */
  readonly changeDays: readonly LocalDate[];
}

export interface ImportDrafts {
  readonly units: readonly UnitDraft[];
  readonly successions: readonly SuccessionDraft[];
  readonly formers: readonly FormerDraft[];
  /** False: the seed of a bare checkout. */
  readonly verified: boolean;
}

/** First day of the 34 provinces (Resolution 202/2025/QH15): the default of a file that holds the old units. */
const REFORM = localDate('2025-07-01');

/** Checks files against each other and the table, and says what shall stand in the table. With faults the plan is worthless. */
export function planImport(drafts: ImportDrafts, standing: Standing, faults: UnitFault[], totals: TotalsOfFullFile): ImportPlan {
  const full = drafts.units.some((unit) => unit.from === FROM_EVER);
  const merged = mergeUnits(drafts, standing.units, full, faults);
  const timeline = new UnitTimeline(merged.values());
  timeline.closeAndCheck(faults);
  if (full) checkTotals(drafts.units, totals, faults);
  const successions = planSuccessions(drafts, standing, timeline, full, faults);
  // A file of the whole country answers for the old units by itself; of the table only later decrees count beside it.
  const later = standing.successions.filter((step) => !full || !step.oldKey.endsWith(FROM_EVER));
  const led = new Set([...later, ...successions.map(asKnown)].filter((step) => step.route !== 'none').map((step) => step.oldKey));
  for (const [earlier, later] of timeline.neighbours())
    if (!led.has(keyOf(earlier)) && isNextDay(earlier, later) && (earlier.touched || later.touched)) {
      successions.push(continuation(earlier, later));
      led.add(keyOf(earlier));
    }
  checkEnds(merged.values(), led, faults);
  const formers = drafts.formers.flatMap((former) => {
    const unit = timeline.on('commune', former.oldCode, addDays(REFORM, -1));
    if (!unit)
      faults.push({
        ...former.at,
        column: 'old_code',
        value: former.oldCode,
        message: 'không có xã cũ nào mang mã này',
      });
    return unit ? [{ ...former, unit }] : [];
  });
  const units = [...merged.values()].filter((unit) => unit.touched).map((unit) => ({ ...unit, parent: parentOf(unit, timeline, faults) }));
  const days = new Set([
    ...units.flatMap((unit) => (unit.from === FROM_EVER ? [] : [unit.from as LocalDate])),
    ...successions.map((step) => step.effectiveOn),
  ]);
  return { full, units, successions, formers, changeDays: [...days].sort() };
}

function mergeUnits(drafts: ImportDrafts, known: readonly KnownUnit[], full: boolean, faults: UnitFault[]): Map<string, PlannedUnit> {
  const merged = new Map<string, PlannedUnit>();
  for (const unit of known) if (unit.verified || !full) merged.set(keyOf(unit), { ...unit, touched: false });
  const seen = new Map<string, number>();
  for (const draft of drafts.units) {
    const key = keyOf(draft);
    const first = seen.get(key);
    if (first !== undefined)
      faults.push({
        ...draft.at,
        column: 'code',
        value: draft.code,
        message: `trùng với dòng ${first}: cùng cấp, cùng mã, cùng ngày bắt đầu`,
      });
    seen.set(key, draft.at.line);
    const before = merged.get(key);
    // A file made before a later decree still calls the unit open; its end stays known.
    const to = draft.to === UNTIL_EVER && before ? before.to : draft.to;
    merged.set(key, { ...draft, to, verified: drafts.verified, draft, touched: true });
  }
  return merged;
}

function planSuccessions(
  drafts: ImportDrafts,
  standing: Standing,
  timeline: UnitTimeline,
  full: boolean,
  faults: UnitFault[],
): PlannedSuccession[] {
  const starts = [...new Set(drafts.units.filter((unit) => unit.from !== FROM_EVER).map((unit) => unit.from))];
  const fallback = full ? REFORM : starts.length === 1 ? (starts[0] as LocalDate) : undefined;
  const routes = new Map<string, Route[]>();
  const pairs = new Set<string>();
  const earlier = new Map<string, KnownSuccession[]>();
  for (const step of standing.successions) if (step.route !== 'none') earlier.set(step.oldKey, [...(earlier.get(step.oldKey) ?? []), step]);
  return drafts.successions.flatMap((draft) => {
    const fault = (column: string, value: string, message: string) => void faults.push({ ...draft.at, column, value, message });
    const effectiveOn = draft.effectiveOn ?? fallback;
    if (!effectiveOn) return fault('effective_on', '', 'thiếu ngày có hiệu lực') ?? [];
    const from = timeline.on(draft.oldLevel, draft.oldCode, addDays(effectiveOn, -1));
    const to = timeline.on(draft.oldLevel === 'province' ? 'province' : 'commune', draft.newCode, effectiveOn);
    if (!from) return fault('old_code', draft.oldCode, `không có đơn vị nào mang mã này trước ngày ${effectiveOn}`) ?? [];
    if (!to) return fault('new_code', draft.newCode, `không có đơn vị nào mang mã này từ ngày ${effectiveOn}`) ?? [];
    if (from === to)
      return (
        fault(
          'old_code',
          draft.oldCode,
          `${from.name} bị chia hoặc nhập thì phải có dòng mới trong units.csv, bắt đầu từ ${effectiveOn}`,
        ) ?? []
      );
    const pair = `${keyOf(from)} ${keyOf(to)}`;
    if (pairs.has(pair)) return fault('new_code', draft.newCode, 'cặp mã cũ và mã mới này đã có ở dòng khác') ?? [];
    pairs.add(pair);
    if (draft.route !== 'none') {
      if (from.to === UNTIL_EVER) close(from, effectiveOn);
      const stands = (earlier.get(keyOf(from)) ?? []).filter((step) => step.newKey !== keyOf(to) && step.effectiveOn !== effectiveOn);
      const known = routes.get(keyOf(from)) ?? (full ? [] : stands.map((step) => step.route));
      if (draft.route === 'auto' && known.includes('auto'))
        fault('route', draft.route, `${from.name} (${from.code}) đã có một dòng auto: người dân chỉ về một nơi`);
      else if (known.some((route) => route !== draft.route))
        fault('route', draft.route, `${from.name} (${from.code}) không thể vừa auto vừa choose`);
      routes.set(keyOf(from), [...known, draft.route]);
    }
    return [
      {
        old: from,
        new: to,
        kind: draft.kind,
        route: draft.route,
        note: draft.note,
        hint: draft.hint,
        effectiveOn,
        verified: drafts.verified,
      },
    ];
  });
}

function isNextDay(earlier: PlannedUnit, later: PlannedUnit): boolean {
  // Across the reform a code says nothing: 3,316 new communes carry the code of an old one.
  return (
    earlier.from !== FROM_EVER &&
    earlier.to !== UNTIL_EVER &&
    later.from !== FROM_EVER &&
    addDays(earlier.to as LocalDate, 1) === later.from
  );
}

function asKnown(step: PlannedSuccession): KnownSuccession {
  return { oldKey: keyOf(step.old), newKey: keyOf(step.new), route: step.route, effectiveOn: step.effectiveOn };
}

/** The same code goes on under another name or type: its people stay where they are. */
function continuation(earlier: PlannedUnit, later: PlannedUnit): PlannedSuccession {
  const kind = earlier.type !== later.type ? 'retyped' : earlier.name !== later.name ? 'renamed' : 'unchanged';
  return {
    old: earlier,
    new: later,
    kind,
    route: 'auto',
    note: later.basis,
    hint: false,
    effectiveOn: later.from as LocalDate,
    verified: true,
  };
}

/** A commune that ends and leaves its people nowhere would lose the alerts of its families. */
function checkEnds(units: Iterable<PlannedUnit>, led: ReadonlySet<string>, faults: UnitFault[]): void {
  for (const unit of units)
    if (unit.draft && unit.level === 'commune' && unit.to !== UNTIL_EVER && !led.has(keyOf(unit)))
      faults.push({
        ...unit.draft.at,
        column: 'valid_to',
        value: unit.to,
        message: `${unit.name} hết hiệu lực mà không có đơn vị tiếp nhận trong succession.csv`,
      });
}

function parentOf(unit: PlannedUnit, timeline: UnitTimeline, faults: UnitFault[]): PlannedUnit | undefined {
  const fault = (message: string) =>
    void faults.push({
      file: unit.draft?.at.file ?? '',
      line: unit.draft?.at.line ?? 0,
      column: 'parent_code',
      value: unit.parentCode,
      message,
    });
  if (unit.level === 'province') {
    if (unit.parentCode) fault('tỉnh không có đơn vị cấp trên');
    return undefined;
  }
  const day = unit.from === FROM_EVER ? unit.to : unit.from;
  const level = unit.level === 'district' || timeline.on('district', unit.parentCode, day) === undefined ? 'province' : 'district';
  const parent = timeline.on(level, unit.parentCode, day === UNTIL_EVER ? REFORM : day);
  if (!parent) fault(`không có đơn vị cấp trên nào mang mã này vào ngày ${day}`);
  return parent;
}
