import { addDays, type LocalDate } from '@app/kernel';
import type { Gazetteer, UnitAnswer } from '@app/territory';
import type { Place, PlaceMove } from '../persistence/residence-rows';

/** What changed among the units: a decree that took effect on `day`, or a file of the whole country taken in on `day`, whose successors may be mended. */
export interface UnitsChange {
  readonly day: LocalDate;
  readonly whole: boolean;
}

/**
 * Where people of one place belong after the change; undefined: where they are. After a decree a code means the unit that bore it on the eve, also
 * where a new unit bears the same code. After a whole file the declared unit is followed again. Divided: to nowhere, a person chooses.
 */
export function placeMove(gazetteer: Gazetteer, place: Place, change: UnitsChange): PlaceMove | undefined {
  const declared = place.unitId === null ? undefined : gazetteer.resolveUnit(place.unitId);
  if (declared?.kind === 'found' && declared.today.code === place.code && isThere(gazetteer, place)) return undefined;
  const answer = change.whole && declared && declared.kind !== 'unknown' ? declared : ofCode(gazetteer, place.code, change);
  if (!answer || answer.kind === 'unknown') return undefined;
  if (answer.kind !== 'found') return place.code === null ? undefined : { ...place, bearer: answer.old?.unitId ?? null, to: null };
  const today = gazetteer.today(answer.today.code);
  const bearer = answer.old?.unitId ?? answer.today.unitId;
  if (!today || (today.code === place.code && isThere(gazetteer, place))) return undefined;
  return { ...place, bearer, to: { communeCode: today.code, provinceCode: today.province } };
}

/** A commune may have gone to another province without losing its code. */
function isThere(gazetteer: Gazetteer, { code, province }: Place): boolean {
  return province === null || code === null || gazetteer.today(code)?.province === province;
}

function ofCode(gazetteer: Gazetteer, code: string | null, change: UnitsChange): UnitAnswer | undefined {
  if (code === null) return undefined;
  const eve = change.whole ? undefined : gazetteer.resolveCode(code, { level: 'commune', asOf: addDays(change.day, -1) });
  if (eve && eve.kind !== 'unknown') return eve;
  // Unknown on the eve but in force: the code began with the decree, and whoever bears it lives there.
  return change.whole || !gazetteer.today(code) ? gazetteer.resolveCode(code, { level: 'commune' }) : undefined;
}
