/** How a refusal is answered over HTTP: invalid 422, refused 409, forbidden 403, missing 404, stale 412, limited 429, malformed 400. */
export type DomainErrorKind = 'invalid' | 'refused' | 'forbidden' | 'missing' | 'stale' | 'limited' | 'malformed' | 'unauthenticated';

/**
 * A refusal the user can act on. `code` is stable English; `message` is Vietnamese and says what to do next;
 * `details` may hold codes, dates and counts but never a person's name or number.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: DomainErrorKind,
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** What is invisible to an actor does not exist for them: one text for both. */
export function notFound(what = 'Không tìm thấy dữ liệu này trong phạm vi của bạn.'): DomainError {
  return new DomainError('missing', 'NOT_FOUND', what);
}
