import { setImmediate as afterOthers } from 'node:timers/promises';
import type { Steps } from '@app/kernel';

/** Runs the steps in slices of a few milliseconds; requests of the same process are answered in between. */
export async function inSlices<T>(steps: Steps<T>, sliceMs = 4): Promise<T> {
  for (;;) {
    const until = performance.now() + sliceMs;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await afterOthers();
  }
}
