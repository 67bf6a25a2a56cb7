import 'reflect-metadata';
import { FolderStore } from '@app/platform';
import { createBackup } from '../../apps/cli/src/backup/create-backup';
import { restoreBackup } from '../../apps/cli/src/backup/restore-backup';

/** Saves or restores in a process of its own, which stands still at the `stop`-th file it would put down, so that a test can kill it there. */
class HaltingStore extends FolderStore {
  private at = 0;

  constructor(
    folder: string,
    private readonly stop: number,
  ) {
    super(folder);
  }

  override async keep(name: string, bytes: Buffer): Promise<void> {
    await this.pass();
    return super.keep(name, bytes);
  }

  override async fetch(name: string): Promise<Buffer | undefined> {
    await this.pass();
    return super.fetch(name);
  }

  private async pass(): Promise<void> {
    if (++this.at < this.stop) return;
    process.send!('halted');
    await new Promise(() => setInterval(() => undefined, 1_000));
  }
}

async function main(): Promise<void> {
  const [verb, jobs, owner, files, stop, folder] = process.argv.slice(2) as [string, string, string, string, string, string];
  const work = verb === 'create' ? createBackup : restoreBackup;
  await work({ jobs, owner }, new HaltingStore(files, Number(stop)), folder);
  process.send!('done');
  process.exit(0);
}
void main();
