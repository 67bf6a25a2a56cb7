/** Middle of the values; of an even number the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const percentile = (values, p) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * p) - 1)];

export async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}

/**
 * Limit and own work in turn, the order turned round each time, so that a slow moment of the machine hits both. The ratio is the median of
 * the ratios of neighbours, never the ratio of two medians.
 * @param {{ pairs: number, limit: (round: number) => Promise<number>, ours: (round: number) => Promise<number> }} work each returns its measure
 */
export async function inPairs({ pairs, limit, ours }) {
  const runs = [];
  for (let round = 0; round < pairs; round++) {
    const run = {};
    for (const side of round % 2 ? ['ours', 'limit'] : ['limit', 'ours']) run[side] = await (side === 'limit' ? limit(round) : ours(round));
    runs.push(run);
  }
  return {
    limit: median(runs.map((run) => run.limit)),
    ours: median(runs.map((run) => run.ours)),
    ratio: median(runs.map((run) => run.ours / run.limit)),
    runs,
  };
}
