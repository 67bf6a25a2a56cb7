import type { Role } from '@app/kernel';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';

export interface AccessRule {
  /** `anyone` = without signing in. */
  readonly roles: 'anyone' | readonly Role[];
  /**
   * What the route reaches: `none` nothing of anybody, `self` the account's own, `jurisdiction` people and cases in the actor's scope,
   * `organisation` what belongs to the actor's organisation, `directory` public facts and administration.
   */
  readonly scope: 'none' | 'self' | 'jurisdiction' | 'organisation' | 'directory';
  /** Most protected field the answer may hold: `sensitive` (identity number, passport) writes the read log in the same transaction. */
  readonly fields: 'public' | 'basic' | 'sensitive';
  /**
   * What a repeated write with the same Idempotency-Key gets: `answer` (default) the stored answer, `again` runs again (the answer is too
   * secret to store, the deed harmless to repeat), `once` a refusal (the answer held a secret), `free` needs no key (signing in and out).
   */
  readonly repeat?: 'answer' | 'again' | 'once' | 'free';
  /** The write names the version it saw (If-Match); without one it is refused. */
  readonly versioned?: true;
  /** Takes one file as multipart/form-data; every other route refuses the type. */
  readonly upload?: true;
  /** People only: an API key may not do this. */
  readonly peopleOnly?: true;
  /** A POST that keeps nothing anyway (a check of a file): every key runs it as it is. */
  readonly keepsNothing?: true;
}

export const ACCESS = 'benve:access';

/** Every route says who may use it, what it reaches and how protected its answer is. The start fails for a route that does not. */
export function Access(rule: AccessRule): MethodDecorator {
  const marks = [SetMetadata(ACCESS, rule), ApiExtension('x-access', rule)];
  return applyDecorators(...(rule.roles === 'anyone' ? marks : [...marks, ApiBearerAuth()]));
}
