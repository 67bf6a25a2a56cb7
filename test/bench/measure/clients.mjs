import { percentile } from './pairs.mjs';

/**
 * `clients` loops at once take the next piece of work until `total` are done.
 * @param {(n: number) => Promise<unknown>} work n counts from 0
 * @returns {Promise<{ perSecond: number, p50: number, p99: number, errors: number, firstError?: unknown }>} times in ms
 */
export async function withClients(clients, total, work) {
  const times = [];
  let [next, errors, firstError] = [0, 0, undefined];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let n = next++; n < total; n = next++) {
        const at = performance.now();
        try {
          await work(n);
        } catch (error) {
          errors++;
          firstError ??= error;
        }
        times.push(performance.now() - at);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: total / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99), errors, firstError };
}
