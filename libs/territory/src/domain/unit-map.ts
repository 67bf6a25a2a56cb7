import { type Succession, type Unit, type UnitCandidate, found, isInForce } from './unit';

/** Where the people of a unit are today. */
export interface Whereabouts {
  /** More than one: divided. None: nobody took over (land only), or the unit is not in force yet. */
  readonly places: readonly UnitCandidate[];
  readonly certain: boolean;
}

/** Units and who took over whom, as seen on one day. Pure; made once per snapshot. */
export class UnitMap {
  private readonly byId: ReadonlyMap<number, Unit>;
  private readonly successors = new Map<number, Succession[]>();
  private readonly predecessors = new Map<number, number>();
  private readonly answers = new Map<number, Whereabouts>();

  constructor(
    readonly units: readonly Unit[],
    successions: readonly Succession[],
    readonly day: string,
  ) {
    this.byId = new Map(units.map((unit) => [unit.id, unit]));
    for (const step of successions) {
      if (step.effectiveOn > day || step.route === 'none') continue;
      const list = this.successors.get(step.oldId);
      if (list) list.push(step);
      else this.successors.set(step.oldId, [step]);
      this.predecessors.set(step.newId, (this.predecessors.get(step.newId) ?? 0) + 1);
    }
  }

  get(id: number): Unit {
    const unit = this.byId.get(id);
    if (!unit) throw new Error(`no unit ${id}`);
    return unit;
  }

  parentOf(unit: Unit): Unit | undefined {
    return unit.parentId === null ? undefined : this.byId.get(unit.parentId);
  }

  /** Follows successions to units in force; a chain that comes back to itself ends. */
  whereabouts(unit: Unit, trail: readonly number[] = []): Whereabouts {
    const known = this.answers.get(unit.id);
    if (known) return known;
    const answer = this.follow(unit, trail);
    if (!trail.length) this.answers.set(unit.id, answer);
    return answer;
  }

  /** Code of today's province a unit lies in. */
  provinceOf(unit: Unit): string | undefined {
    let top: Unit | undefined = unit;
    while (top && top.level !== 'province') top = this.parentOf(top);
    return top && this.whereabouts(top).places[0]?.code;
  }

  private follow(unit: Unit, trail: readonly number[]): Whereabouts {
    if (isInForce(unit, this.day)) return { places: [{ ...found(unit), hint: false }], certain: true };
    if (trail.includes(unit.id)) return { places: [], certain: false };
    const steps = this.successors.get(unit.id) ?? [];
    const reached = steps.map((step) => ({ step, next: this.whereabouts(this.get(step.newId), [...trail, unit.id]) }));
    const places = new Map<number, UnitCandidate>();
    for (const { step, next } of reached)
      for (const place of next.places) places.set(place.unitId, { ...place, hint: step.hint || (place.hint && steps.length === 1) });
    const certain = reached.every(({ step, next }) => next.certain && (step.verified || this.isOnlyOne(unit, step)));
    return {
      places: [...places.values()].sort((a, b) => Number(b.hint) - Number(a.hint) || (a.code < b.code ? -1 : 1)),
      certain,
    };
  }

  /** An unverified step is beyond doubt only where nothing was merged or divided: same code, same name, nobody else joined. */
  private isOnlyOne(unit: Unit, step: Succession): boolean {
    const next = this.get(step.newId);
    return unit.level !== 'commune' || (next.code === unit.code && next.name === unit.name && this.predecessors.get(next.id) === 1);
  }
}
