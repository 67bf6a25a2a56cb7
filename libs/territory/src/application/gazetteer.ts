import type { LocalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { NameIndex } from '../domain/name-index';
import { type PlaceContext, WrittenNames } from '../domain/resolve-written';
import {
  type FormerName,
  type FoundUnit,
  type Succession,
  type Unit,
  type UnitAnswer,
  type UnitLevel,
  UNIT_LEVELS,
  found,
  isBefore,
  isInForce,
} from '../domain/unit';
import { UnitMap } from '../domain/unit-map';
import { GazetteerRows } from '../persistence/gazetteer-rows';

/** A commune of today with the province it lies in. */
export interface CommuneOfToday extends FoundUnit {
  readonly type: string;
  readonly province: string;
}

/** Snapshots kept per process: one per database; more than a few happen in tests only. */
const KEPT = 4;

/** Units of one day in memory: lookups without SQL. */
export class Gazetteer {
  private static readonly snapshots = new Map<string, { version: string; book: Gazetteer }>();

  private readonly map: UnitMap;
  private readonly index: NameIndex;
  private readonly names: WrittenNames;
  private readonly byCode = new Map<string, Unit[]>();
  private readonly communes = new Map<string, CommuneOfToday>();

  constructor(
    units: readonly Unit[],
    successions: readonly Succession[],
    formers: readonly FormerName[],
    readonly day: LocalDate,
  ) {
    this.map = new UnitMap(units, successions, day);
    this.index = new NameIndex(this.map, units, formers);
    this.names = new WrittenNames(this.map, this.index);
    for (const unit of [...units].sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1))) {
      const key = `${unit.level} ${unit.code}`;
      this.byCode.set(key, [...(this.byCode.get(key) ?? []), unit]);
      const province = unit.level === 'commune' && isInForce(unit, day) ? this.map.provinceOf(unit) : undefined;
      if (province) this.communes.set(unit.code, { ...found(unit), type: unit.type, province });
    }
  }

  /** The snapshot of the business day, read anew only after an import or at midnight. Costs one small statement. */
  static async load(tx: Tx): Promise<Gazetteer> {
    const { database, version, day } = await GazetteerRows.version(tx);
    const stamp = `${version} ${day}`;
    const kept = Gazetteer.snapshots.get(database);
    if (kept?.version === stamp) return kept.book;
    const book = new Gazetteer(
      await GazetteerRows.units(tx),
      await GazetteerRows.successions(tx),
      await GazetteerRows.formerNames(tx),
      day,
    );
    Gazetteer.snapshots.delete(database);
    Gazetteer.snapshots.set(database, { version: stamp, book });
    for (const oldest of Gazetteer.snapshots.keys()) if (Gazetteer.snapshots.size > KEPT) Gazetteer.snapshots.delete(oldest);
    return book;
  }

  /** A commune as somebody wrote it. @param context.province code of today's province. */
  resolveWritten(written: string, context: PlaceContext): UnitAnswer {
    return this.names.resolve(written, context);
  }

  /**
   * Communes that bear or bore these words as their name, with or without marks, and the codes of today where their people may live. For searching:
   * several answers are no question here. @param province code of today's province.
   */
  communesNamed(bare: string, province: string): { unitIds: number[]; codes: string[] } {
    const hits = this.index.find(province, bare, 'folded').filter(({ unit }) => unit.level === 'commune');
    const codes = hits.flatMap(({ unit }) => this.map.whereabouts(unit).places.map(({ code }) => code));
    return { unitIds: hits.map(({ unit }) => unit.id), codes: [...new Set(codes)] };
  }

  /** Name of a unit as it was declared, in force or not. */
  nameOf(unitId: number): string {
    return this.map.get(unitId).name;
  }

  /**
   * The unit that bore this code, as it is today. Codes are reused: `asOf` says on which day the code was written; without it a code in
   * force today means today's unit, any other the last unit that bore it.
   */
  resolveCode(code: string, options: { level?: UnitLevel; asOf?: LocalDate } = {}): UnitAnswer {
    const bearers = this.byCode.get(`${options.level ?? 'commune'} ${code}`) ?? [];
    const day = options.asOf ?? this.day;
    const unit = bearers.find((one) => isInForce(one, day)) ?? (options.asOf ? undefined : bearers.at(-1));
    return unit ? this.resolveUnit(unit.id) : { kind: 'unknown' };
  }

  /** Where a declared unit is today. */
  resolveUnit(unitId: number): UnitAnswer {
    const unit = this.map.get(unitId);
    const { places, certain } = this.map.whereabouts(unit);
    const old = isInForce(unit, this.day) ? {} : { old: found(unit) };
    const [first, ...more] = places;
    if (!first) return { kind: 'unknown' };
    if (more.length) return { kind: 'divided', candidates: places, ...old };
    return {
      kind: 'found',
      today: { unitId: first.unitId, code: first.code, name: first.name },
      ...old,
      respelled: false,
      unmarked: false,
      certain,
    };
  }

  /** The commune in force today under this code. */
  today(code: string): CommuneOfToday | undefined {
    return this.communes.get(code);
  }

  /** Communes in force today, all or of one province, by code. */
  communesToday(province?: string): CommuneOfToday[] {
    return [...this.communes.values()].filter((unit) => !province || unit.province === province).sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** The province in force today under this code. */
  provinceToday(code: string): FoundUnit | undefined {
    const unit = this.byCode.get(`province ${code}`)?.find((one) => isInForce(one, this.day));
    return unit && found(unit);
  }

  provincesToday(): FoundUnit[] {
    return this.map.units.filter((unit) => unit.level === 'province' && isInForce(unit, this.day)).map(found);
  }

  /** Communes of before whose people, all or some, live in this unit today. */
  predecessors(unitId: number): { unit: Unit; divided: boolean; district: Unit | undefined }[] {
    return this.map.units
      .filter((unit) => unit.level === 'commune' && unit.id !== unitId && !isInForce(unit, this.day))
      .map((unit) => ({ unit, places: this.map.whereabouts(unit).places, district: this.map.parentOf(unit) }))
      .filter(({ places }) => places.some((place) => place.unitId === unitId))
      .map(({ unit, places, district }) => ({
        unit,
        divided: places.length > 1,
        district: district?.level === 'district' ? district : undefined,
      }));
  }

  /** For each commune of today's province the district that most of its former communes lay in: people still speak of it. */
  formerDistricts(province: string): ReadonlyMap<string, string> {
    const votes = new Map<string, Map<string, number>>();
    for (const unit of this.map.units) {
      const district = unit.level === 'commune' && !isInForce(unit, this.day) ? this.map.parentOf(unit) : undefined;
      if (district?.level !== 'district') continue;
      for (const { code } of this.map.whereabouts(unit).places) {
        if (this.communes.get(code)?.province !== province) continue;
        const mine = votes.get(code) ?? votes.set(code, new Map()).get(code)!;
        mine.set(district.name, (mine.get(district.name) ?? 0) + 1);
      }
    }
    return new Map([...votes].map(([code, mine]) => [code, [...mine].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]![0]]));
  }

  /** All units that ever bore the code, oldest first. */
  bearers(code: string): readonly Unit[] {
    return UNIT_LEVELS.flatMap((level) => this.byCode.get(`${level} ${code}`) ?? []);
  }

  /** Every unit of the snapshot, whatever its day: for tests and exports. */
  get units(): readonly Unit[] {
    return this.map.units;
  }
}
