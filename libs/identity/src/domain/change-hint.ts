import type { Actor } from '@app/kernel';

/** Channel of PostgreSQL on which the tables tell what changed. */
export const CHANGE_CHANNEL = 'benve_change';

export const HINT_TOPICS = ['desk', 'case', 'import'] as const;
export type HintTopic = (typeof HINT_TOPICS)[number];

/** What an open screen learns: something of this topic changed, ask again. Ids only. */
export interface Hint {
  readonly topic: HintTopic;
  readonly id?: string;
}

/** What a table tells: topics, id of the row when few changed, and the tenants the row belongs to. Never leaves the server as it is. */
export interface Change {
  readonly t: readonly HintTopic[];
  readonly i?: string;
  /** Province, commune, agency, bank, and organisation of an import. */
  readonly p?: string;
  readonly c?: string;
  readonly a?: string;
  readonly b?: string;
  readonly o?: string;
}

/** An account whose session or rights changed. */
export interface AccessChange {
  readonly x: string;
}

/** Whether the actor's scope covers what changed: the same columns by which row security lets the row itself through. */
export function reaches({ scope, organisationId }: Actor, change: Change): boolean {
  if (change.o !== undefined && change.o === organisationId) return true;
  switch (scope.kind) {
    case 'province':
      return change.p === scope.province;
    case 'commune':
      return change.c !== undefined && scope.communes.includes(change.c);
    case 'agency':
      return change.a === scope.agencyId;
    case 'bank':
      return change.b === scope.bankId;
    case 'system':
    case 'none':
      return false;
  }
}

/** Hints of a change for one actor. The topic `desk` carries no id: which desk it was is not said. */
export function hintsFor(actor: Actor, change: Change): Hint[] {
  if (!reaches(actor, change)) return [];
  return change.t.map((topic) => (topic === 'desk' || change.i === undefined ? { topic } : { topic, id: change.i }));
}
