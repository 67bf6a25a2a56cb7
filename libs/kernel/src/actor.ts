/** What an account may do; who may do which action stands in each route's declaration. */
export const ROLES = [
  'centre_staff',
  'department_officer',
  'agency_clerk',
  'commune_officer',
  'bank_officer',
  'leader',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * What an actor may see. Province and commune codes are codes of today's units. `system` is the background program and the
 * operator; it is honoured only for the database role `benve_jobs`. `none` sees no person.
 */
export type Scope =
  | { readonly kind: 'province'; readonly province: string }
  | { readonly kind: 'commune'; readonly province: string; readonly communes: readonly string[] }
  | { readonly kind: 'agency'; readonly agencyId: string }
  | { readonly kind: 'bank'; readonly bankId: string }
  | { readonly kind: 'system' }
  | { readonly kind: 'none' };

/** The person or program on whose behalf a transaction runs. Never built from request text: only from a session, key or link row. */
export interface Actor {
  readonly accountId: string | null;
  readonly login: string;
  readonly role: Role | 'system';
  readonly organisationId: string | null;
  readonly scope: Scope;
  /** A trial: everything is checked and done as ever, and every transaction is rolled back at its end. */
  readonly trial?: true;
}

/** The background program or the operator at the command line; `what` names it in the audit. */
export function systemActor(what: string): Actor {
  return { accountId: null, login: `system:${what}`, role: 'system', organisationId: null, scope: { kind: 'system' } };
}
