import type { LocalDate } from '@app/kernel';

/** Where an agency may recruit; commune null = the whole province. `until` is the first day it no longer holds, null = open. */
export interface RecruitmentPermission {
  readonly id: string;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly basis: string;
}

export interface RecruitmentPlace {
  readonly provinceCode: string;
  readonly communeCode: string | null;
}

/** May the agency recruit somebody of this place on the day? Somebody whose commune is not known yet needs a permission of the whole province. */
export function permits(permissions: readonly RecruitmentPermission[], { provinceCode, communeCode }: RecruitmentPlace, day: LocalDate) {
  return permissions.some(
    (one) =>
      one.provinceCode === provinceCode &&
      (one.communeCode === null || one.communeCode === communeCode) &&
      one.from <= day &&
      (!one.until || day < one.until),
  );
}

/** Is there any place in the province where the agency may recruit on the day? */
export function permitsSomewhere(permissions: readonly RecruitmentPermission[], provinceCode: string, day: LocalDate): boolean {
  return permissions.some((one) => permits([one], { provinceCode, communeCode: one.communeCode }, day));
}
