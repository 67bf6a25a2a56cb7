/**
 * Where files lie: bytes under a name that says nothing. What belongs to whom stands in the database; a store knows neither people nor rights.
 * `keep` is complete when it resolves: a name is written once and never changed.
 */
export abstract class FileStore {
  abstract keep(name: string, bytes: Buffer): Promise<void>;
  /** Undefined: nothing lies under this name. */
  abstract fetch(name: string): Promise<Buffer | undefined>;
  /** Forgetting what is not there is done. */
  abstract forget(name: string): Promise<void>;
}

/** The store has no room or cannot be reached: the deed is tried again later, nothing was kept. */
export class StoreUnavailable extends Error {}
