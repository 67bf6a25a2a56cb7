import type { LocalDate, Role } from '@app/kernel';
import type { ApiKeyKind } from './api-key';
import type { OrganisationKind } from './organisation';

/** Everything an actor is made from, as the database knows it at this moment. */
export interface AccountFacts {
  readonly accountId: string;
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisationId: string | null;
  readonly organisationKind: OrganisationKind | null;
  readonly organisationName: string | null;
  readonly provinceCode: string | null;
  readonly communeCode: string | null;
  /** Jurisdiction of the account itself, codes of today; empty = the organisation's. */
  readonly communes: readonly string[];
  /** Of a request by key. */
  readonly keyKind?: ApiKeyKind;
}

/** The person behind a request as screens greet them. */
export interface SignedIn {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisation: { readonly id: string; readonly kind: OrganisationKind; readonly name: string } | null;
  readonly provinceCode: string | null;
  readonly communes: readonly string[];
  /** The business day, which the device's own date may not be. */
  readonly today: LocalDate;
}

/** Which roles the people of an organisation may hold; an administrator belongs to none. */
export const ROLES_OF_KIND: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  department_of_home_affairs: ['department_officer', 'leader'],
  employment_service_centre: ['centre_staff', 'leader'],
  sending_agency: ['agency_clerk'],
  commune_peoples_committee: ['commune_officer'],
  bank_office: ['bank_officer'],
};

export const ACCOUNT_STATES = ['invited', 'active', 'disabled'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** An account in the administrator's list. */
export interface AccountLine {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly communes: readonly string[];
  readonly email: string | null;
  readonly state: AccountState;
  readonly lastSignInAt: Date | null;
  /** End of the one-time link that is still unused. */
  readonly linkUntil: Date | null;
}

export interface AccountFilter {
  readonly organisationId?: string;
  readonly state?: AccountState;
  readonly role?: Role;
  /** Part of login, name or address. */
  readonly text?: string;
  readonly after?: string;
  readonly limit?: number;
}
