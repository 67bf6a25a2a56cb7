import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { ServerClock } from './clock';
import type { Deed } from './deed';
import { canSeal, newSealingKey, seal, type Sealed, unseal } from './sealing';

/** All that a row of the list leaves on the device, for the way to a family without a signal. */
export interface KnownTask {
  readonly id: string;
  readonly caseCode: string | null;
  readonly shortName: string;
  readonly hamlet: string | null;
  readonly lastVisitOn: string | null;
  /** Code of the question's text. */
  readonly code: string;
}

interface Stores extends DBSchema {
  tasks: { key: number; value: KnownTask };
  outbox: { key: string; value: Sealed };
  device: { key: 'key' | 'clock'; value: CryptoKey | ServerClock };
}

/** What one account keeps on this phone. Nothing is older than a week. */
export interface Device {
  /** False: this browser keeps nothing (no https); what is not sent is lost when the page closes. */
  readonly lasting: boolean;
  tasks(): Promise<KnownTask[]>;
  keepTasks(tasks: readonly KnownTask[], clock: ServerClock): Promise<void>;
  clock(): Promise<ServerClock | undefined>;
  deeds(): Promise<Deed[]>;
  keep(deed: Deed): Promise<void>;
  drop(id: string): Promise<void>;
  close(): void;
}

const KEPT_MS = 7 * 86_400_000;
const nameOf = (login: string): string => `benve-xa-${login}`;

export async function openDevice(login: string): Promise<Device> {
  if (!canSeal() || typeof indexedDB === 'undefined') return inMemory();
  try {
    const db = await openDB<Stores>(nameOf(login), 1, {
      upgrade(fresh) {
        fresh.createObjectStore('tasks');
        fresh.createObjectStore('outbox', { keyPath: 'id' });
        fresh.createObjectStore('device');
      },
      blocking(_, __, event) {
        (event.target as IDBDatabase).close();
      },
    });
    return await onDisk(db);
  } catch {
    // A private window or a full disk: work goes on, and the officer is told that nothing lasts.
    return inMemory();
  }
}

/** Everything an account left on this phone is gone. */
export async function forgetDevice(login: string): Promise<void> {
  if (typeof indexedDB !== 'undefined') await deleteDB(nameOf(login)).catch(() => undefined);
}

async function onDisk(db: IDBPDatabase<Stores>): Promise<Device> {
  const key = await keyOf(db);
  const tooOld = Date.now() - KEPT_MS;
  const clock = (await db.get('device', 'clock')) as ServerClock | undefined;
  if (clock && clock.at < tooOld) await db.clear('tasks');
  for (const { id, at } of await db.getAll('outbox')) if (at < tooOld) await db.delete('outbox', id);
  return {
    lasting: true,
    tasks: () => db.getAll('tasks'),
    async keepTasks(tasks, known) {
      const change = db.transaction(['tasks', 'device'], 'readwrite');
      await change.objectStore('tasks').clear();
      for (const [i, task] of tasks.entries()) await change.objectStore('tasks').put(task, i);
      await change.objectStore('device').put(known, 'clock');
      await change.done;
    },
    clock: async () => clock,
    async deeds() {
      const sealed = (await db.getAll('outbox')).sort((a, b) => a.at - b.at);
      return Promise.all(sealed.map((one) => unseal<Deed>(key, one)));
    },
    keep: async (deed) => void (await db.put('outbox', await seal(key, deed.id, deed))),
    drop: (id) => db.delete('outbox', id),
    close: () => db.close(),
  };
}

async function keyOf(db: IDBPDatabase<Stores>): Promise<CryptoKey> {
  const known = await db.get('device', 'key');
  if (known) return known as CryptoKey;
  const fresh = await newSealingKey();
  // Two tabs may open the first time at once: the key that was written first is everybody's.
  const change = db.transaction('device', 'readwrite');
  const first = (await change.store.get('key')) as CryptoKey | undefined;
  if (!first) await change.store.put(fresh, 'key');
  await change.done;
  return first ?? fresh;
}

function inMemory(): Device {
  const deeds = new Map<string, Deed>();
  return {
    lasting: false,
    tasks: async () => [],
    keepTasks: async () => undefined,
    clock: async () => undefined,
    deeds: async () => [...deeds.values()],
    keep: async (deed) => void deeds.set(deed.id, deed),
    drop: async (id) => void deeds.delete(id),
    close: () => undefined,
  };
}
