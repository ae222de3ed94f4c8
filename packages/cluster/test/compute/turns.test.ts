import { describe, expect, it } from 'vitest';
import { createTurns } from '../../src/compute/turns.js';

describe('turns', () => {
  it('come one after the other, earlier where one passes on, and also after one has failed', async () => {
    const turns = createTurns();
    const begun: number[] = [];
    const ends: ((error?: Error) => void)[] = [];
    const passes: (() => void)[] = [];
    const all = [0, 1, 2, 3].map((number) =>
      turns.run(
        (passOn) =>
          new Promise<number>((resolve, reject) => {
            begun.push(number);
            passes[number] = passOn;
            ends[number] = (error) => (error ? reject(error) : resolve(number));
          }),
      ),
    );
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    await settled();
    expect(begun).toEqual([0]);
    passes[0]!();
    await settled();
    expect(begun).toEqual([0, 1]);
    ends[1]!(new Error('fails'));
    await expect(all[1]).rejects.toThrow('fails');
    await settled();
    expect(begun).toEqual([0, 1, 2]);
    // the end of one that has passed on lets nobody in
    ends[0]!();
    await settled();
    expect(begun).toEqual([0, 1, 2]);
    ends[2]!();
    await settled();
    expect(begun).toEqual([0, 1, 2, 3]);
    ends[3]!();
    expect(await Promise.all([all[0], all[2], all[3]])).toEqual([0, 2, 3]);
  });
});
