import { inUserWords } from '../language/words';
import { ApiProblem, OfflineProblem, problemFrom } from './problem';
import type { Operations } from './schema';

type Input<K extends keyof Operations> = Given<'params', Operations[K]['params']> &
  Given<'query', Operations[K]['query']> &
  Given<'body', Operations[K]['body']> &
  Terms;
type Given<Name extends string, T> = T extends undefined
  ? unknown
  : undefined extends T
    ? { [N in Name]?: T }
    : AllOptional<T> extends true
      ? { [N in Name]?: T }
      : { [N in Name]: T };
type AllOptional<T> = Partial<T> extends T ? true : false;

interface Terms {
  /** Idempotency-Key of a write: the same deed tried again keeps its key. Made anew when absent. */
  readonly key?: string;
  /** Version the user saw, for If-Match. */
  readonly version?: number;
  readonly signal?: AbortSignal;
}

type Answer<K extends keyof Operations> = Operations[K]['answer'];

const sessionLost = new Set<(code: string) => void>();

/** Tells when the server no longer knows the session (`ACCESS_ENDED`: an administrator ended it), so that the app can ask for the password without losing what was typed. */
export function onSessionLost(listener: (code: string) => void): () => void {
  sessionLost.add(listener);
  return () => sessionLost.delete(listener);
}

/** A new name for one deed. (`randomUUID` is missing on a plain-http address of a local network.) */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** One request to the API. Throws {@link ApiProblem} with the server's Vietnamese text, {@link OfflineProblem} when no answer came. */
export async function call<K extends keyof Operations>(
  operation: K,
  ...[input]: object extends Input<K> ? [input?: Input<K>] : [input: Input<K>]
): Promise<Answer<K>> {
  const { params, query, body, key, version, signal } = (input ?? {}) as Terms & { params?: object; query?: object; body?: unknown };
  const [method, path] = operation.split(' ') as [string, string];
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers['idempotency-key'] = key ?? newKey();
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  return send(addressOf(path, params, query), {
    method,
    headers,
    signal,
    body: body === undefined ? undefined : JSON.stringify(body),
  }) as Promise<Answer<K>>;
}

/** A file with its fields, as multipart/form-data. */
export async function upload<K extends keyof Operations>(operation: K, form: FormData, { key, signal }: Terms = {}): Promise<Answer<K>> {
  const [method, path] = operation.split(' ') as [string, string];
  return send(path, { method, headers: { 'idempotency-key': key ?? newKey() }, body: form, signal }) as Promise<Answer<K>>;
}

/** Where a GET lies, for links and downloads. */
export function addressOf(path: string, params: object = {}, query: object = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String((params as Record<string, unknown>)[name])));
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${filled}?${search}` : filled;
}

async function send(address: string, request: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'same-origin', ...request });
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new OfflineProblem();
  }
  if (response.ok)
    return response.status === 204
      ? undefined
      : /json/.test(response.headers.get('content-type') ?? '')
        ? inUserWords(await response.json())
        : response.blob();
  const problem = await problemFrom(response);
  if (problem.status === 401 && ['SIGN_IN_NEEDED', 'ACCESS_ENDED'].includes(problem.code))
    for (const listener of sessionLost) listener(problem.code);
  throw problem;
}

export { ApiProblem, OfflineProblem };
