import { eachStep, runSteps } from '@app/kernel';
import { inSlices } from './in-slices';

const spin = (ms: number) => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe('inSlices', () => {
  it('gives the result of all steps', async () => {
    const work = () => eachStep([1, 2, 3], (n) => n * n);
    expect(await inSlices(work())).toEqual([1, 4, 9]);
    expect(runSteps(work())).toEqual([1, 4, 9]);
  });

  it('lets others work in between', async () => {
    let turns = 0;
    const others = setInterval(() => turns++, 1);
    await inSlices(
      eachStep(Array.from({ length: 50 }), () => spin(1)),
      4,
    );
    clearInterval(others);
    expect(turns).toBeGreaterThan(3);
  });

  it('passes a failure on', async () => {
    await expect(
      inSlices(
        eachStep([1], () => {
          throw new Error('broken step');
        }),
      ),
    ).rejects.toThrow('broken step');
  });
});
