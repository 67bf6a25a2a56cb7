import { faultInUserWords, inEnglish } from '../language/words';

export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** A refusal of the API (RFC 9457): its text is written for the user and says what to do. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: readonly FieldFault[] = [],
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly requestId = '',
  ) {
    super(message);
  }

  /** Somebody else changed the same thing meanwhile. */
  get isStale(): boolean {
    return this.status === 412;
  }
}

/** No answer at all: no network, or the server is away. Nothing is known of the deed; the same key may be sent again. */
export class OfflineProblem extends Error {}

export async function problemFrom(response: Response): Promise<ApiProblem> {
  const told = (await response.json().catch(() => ({}))) as Partial<{
    code: string;
    detail: string;
    errors: FieldFault[];
    details: Record<string, unknown>;
    requestId: string;
  }>;
  const code = told.code ?? 'UNREADABLE';
  const errors = told.errors?.map(({ field, message }) => ({ field, message: faultInUserWords(message) }));
  return new ApiProblem(response.status, code, inEnglish('refusals', code) ?? told.detail ?? '', errors, told.details, told.requestId);
}
