import { describe, expect, it } from 'vitest';
import { createLanes } from '../../src/compute/lanes.js';

describe('lanes', () => {
  it('run so many at a time, in the order in which they came, also after one has failed', async () => {
    const lanes = createLanes(2);
    const begun: number[] = [];
    const ends: ((error?: Error) => void)[] = [];
    const all = [0, 1, 2, 3].map((number) =>
      lanes.run(
        () =>
          new Promise<number>((resolve, reject) => {
            begun.push(number);
            ends[number] = (error) => (error ? reject(error) : resolve(number));
          }),
      ),
    );
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    await turn();
    expect(begun).toEqual([0, 1]);
    ends[1]!(new Error('fails'));
    await expect(all[1]).rejects.toThrow('fails');
    await turn();
    expect(begun).toEqual([0, 1, 2]);
    ends[0]!();
    await turn();
    expect(begun).toEqual([0, 1, 2, 3]);
    ends[2]!();
    ends[3]!();
    expect(await Promise.all([all[0], all[2], all[3]])).toEqual([0, 2, 3]);
    // all lanes are free again
    const [one, two] = [lanes.run(async () => begun.push(4)), lanes.run(async () => begun.push(5))];
    await Promise.all([one, two]);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
