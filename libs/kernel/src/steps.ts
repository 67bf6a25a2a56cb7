/** A long pure computation that stops after each step, so that whoever runs it decides when to let others work. */
export type Steps<T> = Generator<void, T>;

/** All steps at once: for small inputs, tests and processes that serve nobody else. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** One step per element. */
export function* eachStep<A, B>(items: readonly A[], work: (item: A, index: number) => B): Steps<B[]> {
  const results: B[] = [];
  for (const [index, item] of items.entries()) {
    results.push(work(item, index));
    yield;
  }
  return results;
}
