import type { LocalDate } from '@app/kernel';

export type UnitLevel = 'province' | 'district' | 'commune';
export const UNIT_LEVELS: readonly UnitLevel[] = ['province', 'district', 'commune'];

/** First or last day that is not recorded or not yet known. */
export const FROM_EVER = '-infinity';
export const UNTIL_EVER = 'infinity';

/** A unit as it was in force from its first to its last day. Codes are reused: the key is (level, code, from). */
export interface Unit {
  readonly id: number;
  readonly level: UnitLevel;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly parentId: number | null;
  /** A LocalDate or `-infinity`: both compare as text only through {@link isInForce}. */
  readonly from: string;
  /** Last day in force, or `infinity`. */
  readonly to: string;
  readonly altNames: readonly string[];
  /** False: from the seed of a bare checkout; its successor is a likely one, not an official one. */
  readonly verified: boolean;
}

/** auto: the people went there; choose: divided, a person decides; none: land only, never for people. */
export type Route = 'auto' | 'choose' | 'none';

export interface Succession {
  readonly oldId: number;
  readonly newId: number;
  readonly route: Route;
  /** The likelier candidate of a divided unit: for ordering only. */
  readonly hint: boolean;
  readonly effectiveOn: LocalDate;
  readonly verified: boolean;
}

/** A name gone or changed in the rounds before 2025, without its type word, and the commune that holds it. */
export interface FormerName {
  readonly name: string;
  readonly unitId: number;
}

export interface FoundUnit {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
}

export interface UnitCandidate extends FoundUnit {
  readonly hint: boolean;
}

/**
 * Where a written name, a code or an old unit is today. `divided`: the people of one old commune went to several; `ambiguous`: several
 * communes bear the name; both are for a person, no candidate is chosen beforehand.
 */
export type UnitAnswer =
  | {
      readonly kind: 'found';
      readonly today: FoundUnit;
      readonly old?: FoundUnit;
      /** Met under another spelling, a former name or a wrong type word: worth showing. */
      readonly respelled: boolean;
      /** Met only after leaving out the marks. */
      readonly unmarked: boolean;
      /** False: the successor comes from an unverified list that hides divisions; show it as likely, not as certain. */
      readonly certain: boolean;
    }
  | { readonly kind: 'divided' | 'ambiguous'; readonly candidates: readonly UnitCandidate[]; readonly old?: FoundUnit }
  | { readonly kind: 'unknown' };

const orderOf = (day: string) => (day === FROM_EVER ? '' : day === UNTIL_EVER ? '~' : day);

export function isInForce(unit: Pick<Unit, 'from' | 'to'>, day: string): boolean {
  return orderOf(unit.from) <= day && day <= orderOf(unit.to);
}

/** Days as text with both infinities in their places. */
export function isBefore(a: string, b: string): boolean {
  return orderOf(a) < orderOf(b);
}

export function found(unit: Unit): FoundUnit {
  return { unitId: unit.id, code: unit.code, name: unit.name };
}
