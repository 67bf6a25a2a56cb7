import { type Unit, type UnitAnswer, type UnitCandidate, found, isInForce } from './unit';
import type { NameHit, NameIndex } from './name-index';
import type { UnitMap } from './unit-map';
import { type UnitName, exactKey, foldedKey, readUnitName } from './unit-name';
import { readWrittenPlace } from './written-place';

/** What is known around a written name. */
export interface PlaceContext {
  /** Code of today's province the file or form belongs to. */
  readonly province: string;
  /** The old district the file speaks of: name (with or without its word) or code. */
  readonly oldDistrict?: string;
  /** `old`: the column holds names from before the last change only. */
  readonly era?: 'any' | 'old';
}

const UNKNOWN: UnitAnswer = { kind: 'unknown' };
type Marks = 'exact' | 'folded';

/**
 * Reads a written commune: the old unit in the old district named (by the text, else by the file), then in the old provinces of the province;
 * names of today count too. With all marks before without. Type words narrow. One place of today: found; several: for a person.
 */
export class WrittenNames {
  private readonly provinces: readonly Unit[];

  constructor(
    private readonly map: UnitMap,
    private readonly index: NameIndex,
  ) {
    this.provinces = map.units.filter((unit) => unit.level === 'province');
  }

  resolve(written: string, context: PlaceContext): UnitAnswer {
    const place = readWrittenPlace(written, (name) => this.isWider(context.province, name));
    const name = place.communes[0];
    if (!name) return UNKNOWN;
    const province = this.provinceNamed(place.wider, context.province);
    const named = this.districts(province, place.wider);
    const given = province === context.province && context.oldDistrict ? this.districtsOf(province, context.oldDistrict) : [];
    const era = place.saysOld ? 'old' : (context.era ?? 'any');
    for (const marks of ['exact', 'folded'] as const) {
      const hits = this.hits(name, province, named, given, era, marks);
      if (hits.length) return this.answer(hits, name, marks);
    }
    return UNKNOWN;
  }

  private hits(name: UnitName, province: string, named: readonly Unit[], given: readonly Unit[], era: 'any' | 'old', marks: Marks): NameHit[] {
    const all = this.index.find(province, name.bare, marks).filter((hit) => hit.unit.level === 'commune' || this.isPeopled(hit.unit));
    const old = all.filter((hit) => !isInForce(hit.unit, this.map.day));
    const inside = (districts: readonly Unit[]) => old.filter(({ unit }) => districts.some((district) => district.id === unit.parentId || district.id === unit.id));
    // A district named in the text itself leaves no room for a commune of today, which has no district.
    const ofNamed = narrow(inside(named), name);
    if (ofNamed.length) return ofNamed;
    const ofGiven = inside(given);
    const typed = ofGiven.filter((hit) => fits(hit, name));
    const chosen = typed.length ? typed : narrow([...ofGiven, ...old.filter((hit) => !ofGiven.includes(hit) && (!ofGiven.length || fits(hit, name)))], name);
    if (era === 'old') return chosen;
    return narrow([...chosen, ...all.filter((hit) => isInForce(hit.unit, this.map.day))], name);
  }

  private answer(hits: readonly NameHit[], name: UnitName, marks: Marks): UnitAnswer {
    const reached = hits.map((hit) => ({ hit, where: this.map.whereabouts(hit.unit) })).filter(({ where }) => where.places.length);
    const places = new Map<number, UnitCandidate>();
    for (const { where } of reached) for (const place of where.places) places.set(place.unitId, places.get(place.unitId)?.hint ? places.get(place.unitId)! : place);
    const olds = reached.filter(({ hit }) => !isInForce(hit.unit, this.map.day)).map(({ hit }) => hit.unit);
    const old = olds.length === 1 ? found(olds[0]!) : undefined;
    const candidates = [...places.values()];
    if (!candidates.length) return UNKNOWN;
    if (candidates.length > 1) {
      const divided = reached.length === 1;
      return { kind: divided ? 'divided' : 'ambiguous', candidates, ...(divided && old ? { old } : {}) };
    }
    const { unitId, code, name: todayName } = candidates[0]!;
    return {
      kind: 'found',
      today: { unitId, code, name: todayName },
      ...(old ? { old } : {}),
      respelled: reached.every(({ hit }) => hit.respelled || !fits(hit, name)),
      unmarked: marks === 'folded',
      certain: reached.some(({ where }) => where.certain),
    };
  }

  /** A district whose people became one commune (the islands) answers like a commune. */
  private isPeopled(unit: Unit): boolean {
    return unit.level === 'district' && this.map.whereabouts(unit).places.length > 0;
  }

  private isWider(province: string, name: UnitName): boolean {
    return this.index.isWider(province, name.bare) || this.provinces.some((unit) => sameName(unit, name.bare));
  }

  /** A province named in the text: the one of today that holds it; a name nobody knows is left aside. */
  private provinceNamed(wider: readonly UnitName[], fallback: string): string {
    for (const part of wider) {
      if (part.level === 'district' && part.type !== 'thanh_pho') continue;
      if (this.districtsOf(fallback, part.bare).length) continue;
      const unit = this.provinces.find((one) => sameName(one, part.bare));
      const code = unit && this.map.provinceOf(unit);
      if (code) return code;
    }
    return fallback;
  }

  private districts(province: string, wider: readonly UnitName[]): Unit[] {
    return wider.flatMap((part) => {
      const found = this.districtsOf(province, part.bare);
      const typed = found.filter((unit) => unit.type === part.type);
      return typed.length ? typed : found;
    });
  }

  private districtsOf(province: string, written: string): Unit[] {
    const name = readUnitName(written);
    const all = (marks: Marks) => this.index.find(province, name.bare, marks).map((hit) => hit.unit).filter((unit) => unit.level === 'district');
    const exact = all('exact');
    const units = exact.length ? exact : all('folded');
    const typed = units.filter((unit) => unit.type === name.type);
    if (units.length) return typed.length ? typed : units;
    return /^\d{3}$/.test(written.trim()) ? this.map.units.filter((unit) => unit.level === 'district' && unit.code === written.trim() && this.map.provinceOf(unit) === province) : [];
  }
}

function fits(hit: NameHit, name: UnitName): boolean {
  return name.type === undefined || hit.unit.type === name.type;
}

/** A type word narrows where it fits something; a wrong one (a ward still written as commune) stops nobody. */
function narrow(hits: readonly NameHit[], name: UnitName): NameHit[] {
  const fitting = hits.filter((hit) => fits(hit, name));
  return fitting.length ? fitting : [...hits];
}

function sameName(unit: Unit, bare: string): boolean {
  const own = readUnitName(unit.name).bare;
  return exactKey(own) === exactKey(bare) || foldedKey(own) === foldedKey(bare);
}
