import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore, StoreUnavailable } from './file-store';

/** A folder of this machine, two letters deep so that no folder grows without end. */
export class FolderStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  /** Written beside its place, brought to disk and then moved there: a name holds a whole file or nothing. */
  async keep(name: string, bytes: Buffer): Promise<void> {
    const place = this.placeOf(name);
    const half = `${place}.half`;
    try {
      await mkdir(join(this.folder, name.slice(-2)), { recursive: true, mode: 0o700 });
      const file = await open(half, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, place);
    } catch (error) {
      await rm(half, { force: true }).catch(() => undefined);
      throw new StoreUnavailable(`the file store cannot write: ${(error as { code?: string }).code ?? 'unknown'}`, { cause: error });
    }
  }

  async fetch(name: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.placeOf(name));
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return undefined;
      throw new StoreUnavailable('the file store cannot read', { cause: error });
    }
  }

  /** Also what a process that died had begun to write. */
  async forget(name: string): Promise<void> {
    const place = this.placeOf(name);
    await rm(`${place}.half`, { force: true });
    await rm(place, { force: true });
  }

  /** Names are ids of rows; anything else never becomes a path. */
  private placeOf(name: string): string {
    if (!/^[0-9a-f-]{36}$/.test(name)) throw new Error('a stored file is named by an id');
    return join(this.folder, name.slice(-2), name);
  }
}
