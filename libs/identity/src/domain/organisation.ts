/** Kinds of offices and agencies that work with the system. */
export const ORGANISATION_KINDS = [
  'department_of_home_affairs',
  'employment_service_centre',
  'sending_agency',
  'commune_peoples_committee',
  'bank_office',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Public facts of an office or agency; province and commune by code of today. */
export interface Organisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  /** Short stable key, e.g. `TTDVVL-12`. */
  readonly key: string;
  readonly name: string;
  readonly provinceCode: string | null;
  readonly communeCode: string | null;
  readonly email: string | null;
  /** Number the public may call. */
  readonly phone: string | null;
  readonly active: boolean;
}

/** An organisation and the other ways in which files write it. */
export interface NamedOrganisation extends Organisation {
  readonly aliases: readonly string[];
}

/** An office as the public page names it. */
export type PublicOffice = Pick<Organisation, 'name' | 'phone' | 'provinceCode'>;
