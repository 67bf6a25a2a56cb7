import type { FormerName, Unit } from './unit';
import type { UnitMap } from './unit-map';
import { exactKey, foldedKey, readUnitName } from './unit-name';

/** A unit met under a name. */
export interface NameHit {
  readonly unit: Unit;
  /** Met under another spelling or a name it no longer bears. */
  readonly respelled: boolean;
}

/** Names of units within each of today's provinces, with all marks and without. */
export class NameIndex {
  private readonly exact = new Map<string, NameHit[]>();
  private readonly folded = new Map<string, NameHit[]>();
  /** Every key of a district or province, for telling what narrows a written place. */
  private readonly wider = new Set<string>();

  constructor(map: UnitMap, units: readonly Unit[], formers: readonly FormerName[]) {
    for (const unit of units) {
      const province = map.provinceOf(unit);
      if (!province) continue;
      this.add(province, unit, readUnitName(unit.name).bare, false);
      for (const name of unit.altNames) this.add(province, unit, readUnitName(name).bare, true);
    }
    for (const former of formers) {
      const unit = map.get(former.unitId);
      const province = map.provinceOf(unit);
      if (province) this.add(province, unit, readUnitName(former.name).bare, true);
    }
  }

  /** Hits within a province of today; one per unit, the plain spelling before a former one. */
  find(province: string, bare: string, marks: 'exact' | 'folded'): readonly NameHit[] {
    return (marks === 'exact' ? this.exact.get(`${province} ${exactKey(bare)}`) : this.folded.get(`${province} ${foldedKey(bare)}`)) ?? [];
  }

  isWider(province: string, bare: string): boolean {
    return this.wider.has(`${province} ${foldedKey(bare)}`);
  }

  private add(province: string, unit: Unit, bare: string, respelled: boolean): void {
    if (unit.level !== 'commune') this.wider.add(`${province} ${foldedKey(bare)}`);
    put(this.exact, `${province} ${exactKey(bare)}`, { unit, respelled });
    put(this.folded, `${province} ${foldedKey(bare)}`, { unit, respelled });
  }
}

function put(index: Map<string, NameHit[]>, key: string, hit: NameHit): void {
  const hits = index.get(key);
  if (!hits) index.set(key, [hit]);
  else if (!hits.some((known) => known.unit === hit.unit)) hits.push(hit);
}
