import { type Unit, type UnitAnswer, type UnitCandidate, found, isInForce } from './unit';
import type { NameHit, NameIndex } from './name-index';
import type { UnitMap } from './unit-map';
import { type UnitName, exactKey, foldedKey, isUnmarked, readUnitName } from './unit-name';
import { readWrittenPlace } from './written-place';

export type Era = 'any' | 'old' | 'today';

/** What is known around a written name. */
export interface PlaceContext {
  /** Code of today's province the file or form belongs to. */
  readonly province: string;
  /** The old district the file speaks of: name (with or without its word) or code. */
  readonly oldDistrict?: string;
  /** `old`: the column holds names from before the last change only; `today`: names in force only. */
  readonly era?: Era;
}

const UNKNOWN: UnitAnswer = { kind: 'unknown' };
type Marks = 'exact' | 'folded';

interface Scope {
  readonly province: string;
  /** Old districts the text itself names. */
  readonly named: readonly Unit[];
  /** The old district the file speaks of. */
  readonly given: readonly Unit[];
  readonly era: Era;
}

/**
 * Reads a written commune: the old unit in the old district named (by the text, else by the file), then in the old provinces of the province;
 * names of today count too. With all marks before without. Type words narrow. One place of today: found; several: for a person.
 */
export class WrittenNames {
  private readonly provinceByName = new Map<string, Unit>();

  constructor(
    private readonly map: UnitMap,
    private readonly index: NameIndex,
  ) {
    for (const unit of map.units) if (unit.level === 'province') this.provinceByName.set(foldedKey(readUnitName(unit.name).bare), unit);
  }

  resolve(written: string, context: PlaceContext): UnitAnswer {
    const place = readWrittenPlace(written, (name) => this.isWider(context.province, name));
    const name = place.communes[0];
    if (!name) return UNKNOWN;
    const province = this.provinceNamed(place.wider, context.province);
    const scope: Scope = {
      province,
      named: place.wider.flatMap((part) => this.districtsOf(province, part)),
      given: province === context.province && context.oldDistrict ? this.districtsOf(province, readUnitName(context.oldDistrict)) : [],
      era: place.saysOld ? 'old' : (context.era ?? 'any'),
    };
    // "Xa Dung" may be a commune of that name, or Xã Dũng: the whole text is tried first.
    const readings = name.type && !name.surely ? [{ ...name, type: undefined, bare: name.literal }, name] : [name];
    for (const marks of ['exact', 'folded'] as const)
      for (const reading of readings) {
        const hits = this.hits(reading, scope, marks, isUnmarked(written));
        if (hits.length) return this.answer(hits, reading, this.leavesNamed(hits, scope));
      }
    return UNKNOWN;
  }

  private hits(name: UnitName, { province, named, given, era }: Scope, marks: Marks, unmarked: boolean): NameHit[] {
    const all = this.index.find(province, name.bare, marks).filter((hit) => hit.unit.level === 'commune' || this.isPeopled(hit.unit));
    const old = era === 'today' ? [] : all.filter((hit) => !isInForce(hit.unit, this.map.day));
    // A district named in the text itself leaves no room for a commune of today, which has no district.
    const ofNamed = narrow(inside(old, named), name);
    if (ofNamed.length) return ofNamed;
    const ofGiven = inside(old, given);
    const typed = ofGiven.filter((hit) => fits(hit, name));
    // Written without any mark, agreement letter by letter means little: at most within the district, and not after a type word without marks.
    if (marks === 'exact' && unmarked && (name.type !== undefined || !typed.length)) return [];
    const elsewhere = old.filter((hit) => !ofGiven.includes(hit) && (!ofGiven.length || fits(hit, name)));
    const chosen = typed.length ? typed : narrow([...ofGiven, ...elsewhere], name);
    if (era === 'old') return chosen;
    return narrow([...chosen, ...all.filter((hit) => isInForce(hit.unit, this.map.day))], name);
  }

  /** The text names an old district and nothing of that name lay in it: whatever was met instead is a question. */
  private leavesNamed(hits: readonly NameHit[], { named, province }: Scope): boolean {
    const elsewhere = named.filter((district) => {
      const homonym = this.provinceByName.get(foldedKey(readUnitName(district.name).bare));
      return !homonym || this.map.provinceOf(homonym) !== province;
    });
    return elsewhere.length > 0 && !inside(hits, named).length;
  }

  private answer(hits: readonly NameHit[], name: UnitName, doubtful: boolean): UnitAnswer {
    const reached = hits.map((hit) => ({ hit, where: this.map.whereabouts(hit.unit) })).filter(({ where }) => where.places.length);
    const places = new Map<number, UnitCandidate>();
    for (const { where } of reached)
      for (const place of where.places) places.set(place.unitId, places.get(place.unitId)?.hint ? places.get(place.unitId)! : place);
    const olds = reached.filter(({ hit }) => !isInForce(hit.unit, this.map.day)).map(({ hit }) => hit.unit);
    const old = olds.length === 1 ? found(olds[0]!) : undefined;
    const candidates = [...places.values()];
    if (!candidates.length) return UNKNOWN;
    if (candidates.length > 1 || doubtful) {
      const divided = reached.length === 1 && candidates.length > 1 && !doubtful;
      return { kind: divided ? 'divided' : 'ambiguous', candidates, ...(divided && old ? { old } : {}) };
    }
    const { unitId, code, name: todayName } = candidates[0]!;
    return {
      kind: 'found',
      today: { unitId, code, name: todayName },
      ...(old ? { old } : {}),
      respelled: reached.every(({ hit }) => hit.respelled || !fits(hit, name)),
      unmarked: !reached.some(({ hit }) => bears(hit.unit, name)),
      certain: reached.some(({ where }) => where.certain),
    };
  }

  /** A district whose people became one commune (the islands) answers like a commune. */
  private isPeopled(unit: Unit): boolean {
    return unit.level === 'district' && this.map.whereabouts(unit).places.length > 0;
  }

  private isWider(province: string, name: UnitName): boolean {
    return this.index.isWider(province, name.bare) || this.provinceByName.has(foldedKey(name.bare));
  }

  /** A province named in the text: the one of today that holds it; a name nobody knows is left aside. */
  private provinceNamed(wider: readonly UnitName[], fallback: string): string {
    for (const part of wider) {
      if (part.level === 'district' && part.type !== 'thanh_pho') continue;
      if (this.districtsOf(fallback, part).length) continue;
      const unit = this.provinceByName.get(foldedKey(part.bare));
      const code = unit && this.map.provinceOf(unit);
      if (code) return code;
    }
    return fallback;
  }

  private districtsOf(province: string, name: UnitName): Unit[] {
    for (const marks of ['exact', 'folded'] as const)
      for (const bare of new Set([name.literal, name.bare])) {
        const units = this.index
          .find(province, bare, marks)
          .map((hit) => hit.unit)
          .filter((unit) => unit.level === 'district');
        const typed = units.filter((unit) => unit.type === name.type);
        if (units.length) return typed.length ? typed : units;
      }
    const code = name.literal;
    return /^\d{3}$/.test(code)
      ? this.map.units.filter((unit) => unit.level === 'district' && unit.code === code && this.map.provinceOf(unit) === province)
      : [];
  }
}

/** Units of these districts, or the districts themselves. */
function inside(hits: readonly NameHit[], districts: readonly Unit[]): NameHit[] {
  return hits.filter(({ unit }) => districts.some((district) => district.id === unit.parentId || district.id === unit.id));
}

/** Under this very name with all its marks, in one spelling or another. */
function bears(unit: Unit, name: UnitName): boolean {
  return [unit.name, ...unit.altNames].some((own) => exactKey(readUnitName(own).bare) === exactKey(name.bare));
}

function fits(hit: NameHit, name: UnitName): boolean {
  return name.type === undefined || hit.unit.type === name.type;
}

/** A type word narrows where it fits something; a wrong one (a ward still written as commune) stops nobody. */
function narrow(hits: readonly NameHit[], name: UnitName): NameHit[] {
  const fitting = hits.filter((hit) => fits(hit, name));
  return fitting.length ? fitting : [...hits];
}
