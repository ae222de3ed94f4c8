/** The interval of a probability from antithetic pairs. */
import { describe, expect, it } from 'vitest';
import { wilson } from '../../../src/measures/reduce/intervals.js';
import { pairEstimate } from '../../../src/runs/tolerance/pair-estimate.js';
import { randomNumbers } from '../../random-numbers.js';

describe('pairEstimate', () => {
  it('is the Wilson interval of the paths where pairs say nothing of each other', () => {
    // 40% in 10,000 pairs: both in 16%, one in 48%
    const { value, low, high } = pairEstimate(8000, 1600, 10_000);
    const independent = wilson(8000, 20_000);
    expect(value).toBe(0.4);
    expect(low).toBeCloseTo(independent.low, 5);
    expect(high).toBeCloseTo(independent.high, 5);
  });

  it('is narrower where one path of a pair is in and the other not, and wider where both are or neither', () => {
    const width = (hits: number, both: number) => {
      const { low, high } = pairEstimate(hits, both, 1000);
      return high! - low!;
    };
    expect(width(1000, 0)).toBeLessThan(0.2 * width(1000, 250));
    expect(width(1000, 500)).toBeGreaterThan(1.3 * width(1000, 250));
    // a thousand opposite pairs do not prove that all are
    expect(width(1000, 0)).toBeGreaterThan(0);
  });

  it('is that of all paths where all are in, or none', () => {
    for (const hits of [0, 512]) {
      const { value, low, high } = pairEstimate(hits, hits / 2, 256);
      expect({ low, high }).toEqual(wilson(hits, 512));
      expect(value).toBe(hits / 512);
    }
  });

  it.each([0.02, 0.2, 0.5, 0.9])(
    'covers a probability of %d in 95%% of ensembles, for pairs of opposite uniforms',
    (p) => {
      const RUNS = 2000;
      const draw = randomNumbers(`pairs ${p}`);
      let covered = 0;
      for (let run = 0; run < RUNS; run++) {
        let [hits, both] = [0, 0];
        for (let pair = 0; pair < 256; pair++) {
          const u = draw.unit();
          const [first, second] = [u < p, 1 - u < p];
          hits += Number(first) + Number(second);
          both += Number(first && second);
        }
        const { low, high } = pairEstimate(hits, both, 256);
        if (low! <= p && p <= high!) covered++;
      }
      // nominal 95% with a standard error of 0.5%; 91.5% is 7 of them below, room for the interval's own unevenness
      expect(covered / RUNS).toBeGreaterThan(0.915);
    },
  );
});
