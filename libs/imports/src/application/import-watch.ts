import type { Steps } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { ImportPhase } from '../domain/import-phase';
import type { ImportReport } from './import-report';

/** Who follows an import. Whatever throws here ends it: nothing of it is kept. */
export interface ImportWatch {
  /** @param total rows of the phase, 0 when not known */
  phase(phase: ImportPhase, total: number): void;
  /** @param done rows of the phase so far */
  step(done: number): void;
  /** The last thing before the commit, within it. */
  finish(tx: Tx, report: ImportReport): Promise<void>;
}

export const UNWATCHED: ImportWatch = {
  phase: () => undefined,
  step: () => undefined,
  finish: async () => undefined,
};

/** The steps as they are, each of them counted. */
export function* watched<T>(steps: Steps<T>, watch: ImportWatch): Steps<T> {
  for (let done = 1; ; done++) {
    const step = steps.next();
    if (step.done) return step.value;
    watch.step(done);
    yield;
  }
}
