import type { Client } from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type { components, paths };
/** A body or an answer by its name in the API's description. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export interface ConnectOptions {
  /** Where the province's Bến Về answers, without a path: https://… */
  readonly url: string;
  /** `bvk_…`, made under "Kết nối API". A trial key tries everything and keeps nothing. */
  readonly key: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Each call answers `{ data, error, response }`; `error` is the API's problem with its stable `code`. */
export declare function connect(options: ConnectOptions): Client<paths>;

/** Names one deed. Send the same id again after a lost answer: the deed happens once. */
export declare function newRequestId(): string;

/** Whether the answer was given to a trial key: everything was checked, nothing kept. */
export declare function isTrial(response: Response): boolean;
