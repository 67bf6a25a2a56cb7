import { JobsProcess } from '../support/jobs-process';
import { BACKENDS, eventually } from '../support/queue-fixture';
import { createSweepRunFixture, type SweepRunFixture } from '../support/sweep-run-fixture';

const POINTS = Number(process.env.KILL_POINTS ?? 50);
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

/** A small generator, so that a printed seed brings the same points again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe.each(BACKENDS)('kill -9 during a sweep and its mails on %s', (kind) => {
  let fixture: SweepRunFixture | undefined;
  let jobs: JobsProcess | undefined;
  beforeAll(async () => {
    fixture = await createSweepRunFixture(kind, `queue-kill on ${kind}`);
  }, 120_000);
  afterAll(async () => {
    await jobs?.kill();
    await fixture?.close();
  });

  it(`loses nothing and repeats nothing at ${POINTS} random points`, async () => {
    if (!fixture) return;
    const f = fixture;
    jobs = await f.start();

    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      await f.reset();
      const began = Date.now();
      await f.ask();
      await eventually(() => f.finished(), 60_000, 'control run');
      times.push(Date.now() - began);
    }
    const control = await f.picture();
    expect(control.alerts.length).toBeGreaterThan(1_000);
    expect(control.mails.length).toBeGreaterThan(50);
    expect(control).toMatchObject({ surplus: 0, uncertain: 0 });
    let length = Math.min(...times);
    console.log(
      `seed ${SEED}; control on ${kind}: ${control.alerts.length} alerts, ${control.recipients.length} told, ${control.mails.length} mails, ${length} ms`,
    );

    const next = random(SEED);
    const phases = new Map<string, number>();
    const failed: string[] = [];
    let uncertain = 0;
    let slowest = 0;
    let late = 0;
    for (let point = 0; point < POINTS; point++) {
      await f.reset();
      const at = (length * (point + next())) / POINTS;
      await f.ask();
      await new Promise((resolve) => setTimeout(resolve, at));
      await jobs.kill();
      const phase = await f.phase();
      if (phase === 'done' && late < POINTS) {
        // The run was quicker than measured: a point after its end proves nothing, so it is tried again, nearer.
        late++;
        point--;
        length *= 0.95;
        jobs = await f.start();
        continue;
      }
      phases.set(phase, (phases.get(phase) ?? 0) + 1);
      const killed = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 100));
      await f.queue.db.sql(
        `update outbox set enqueued_at = enqueued_at - interval '1 hour' where done_at is null and enqueued_at is not null`,
      );
      await f.queue.db.sql(`update delivery set lease_until = now() - interval '1 second' where state = 'sending'`);
      jobs = await f.start();
      await eventually(async () => (await f.finished()) || (await f.letTimePass(), false), 90_000, `point ${point} (${phase})`);
      slowest = Math.max(slowest, Date.now() - killed);
      const picture = await f.picture();
      uncertain += picture.uncertain;
      for (const part of ['alerts', 'recipients', 'items', 'deliveries', 'mails'] as const)
        if (JSON.stringify(picture[part]) !== JSON.stringify(control[part]))
          failed.push(
            `point ${point} at ${Math.round(at)} ms (${phase}): ${part} ${picture[part].length} instead of ${control[part].length}`,
          );
      if (picture.surplus) failed.push(`point ${point} (${phase}): ${picture.surplus} mails too many`);
    }
    console.log(
      `${POINTS} tried, ${failed.length} failed; phases ${[...phases].map(([phase, count]) => `${phase} ${count}`).join(', ')}; copies marked uncertain ${uncertain}; slowest recovery ${slowest} ms`,
    );
    expect(failed).toEqual([]);
    expect(phases.size).toBeGreaterThanOrEqual(3);
  }, 900_000);
});
