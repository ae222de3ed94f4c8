/** How often the intervals of Sobol indices hold the truth; `benchmarks/interval-coverage.mjs` looks closer. */
import { ishigami, ishigamiIndices, sobolG, sobolGIndices } from '@internal/problems';
import { describe, expect, it } from 'vitest';
import { saltelliDesign } from '../../src/design/saltelli.js';
import type { Estimate } from '../../src/estimate/contract.js';
import { sobolIndices } from '../../src/estimate/sobol.js';
import { factors, run } from '../run.js';

/** Standard error that a 95% percentile interval stands for. */
const errorOf = ({ low, high }: Estimate) => (high - low) / (2 * 1.96);
const pi3 = factors(3, [-Math.PI, Math.PI]);
const exact = ishigamiIndices();

describe('intervals of Sobol indices', () => {
  /** Estimates of the six indices in 200 repeats. */
  const repeats = (points: 'sobol' | 'random') =>
    Array.from({ length: 200 }, (_, seed) => {
      const design = saltelliDesign(pi3, { samples: 256, points, seed: `repeat ${seed}` });
      const options = { seed: `repeat ${seed}`, resamples: 200 };
      return sobolIndices(
        run(design, (x) => ishigami(x)),
        options,
      ).indices.flatMap(({ first, total }) => [first, total]);
    });
  const truth = exact.factors.flatMap(({ first, total }) => [first, total]);
  const coverage = (all: Estimate[][], i: number) =>
    all.filter((estimates) => estimates[i]!.low <= truth[i]! && truth[i]! <= estimates[i]!.high).length / all.length;

  it('hold the truth about 95 times in 100 on independent points, and are no wider than they must', () => {
    const all = repeats('random');
    for (const i of truth.keys()) {
      // Five binomial standard errors of 200 repeats are 0.077; 200 resamples and 256 samples cost up to 0.02 more.
      expect(coverage(all, i)).toBeGreaterThan(0.95 - 0.077 - 0.02);
      const values = all.map((estimates) => estimates[i]!.value);
      const mean = values.reduce((a, b) => a + b, 0) / 200;
      const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 199);
      const error = all.reduce((sum, estimates) => sum + errorOf(estimates[i]!), 0) / 200;
      // The standard deviation of 200 repeats has a relative error of 5%; five of them.
      expect(Math.abs(error / sd - 1)).toBeLessThan(0.25);
    }
  });

  it('hold those of groups as often', () => {
    const groups = { one: ['x1', 'x3'], two: ['x2', 'x4'] };
    const hits = [0, 0, 0, 0];
    const a = [0, 1, 4.5, 9];
    const truth = [
      [0, 2],
      [1, 3],
    ].flatMap((members) => Object.values(sobolGIndices(a, members)) as number[]);
    for (let seed = 0; seed < 200; seed++) {
      const options = { samples: 256, points: 'random', seed: `${seed}`, groups, indicesOf: ['group'] } as const;
      const answers = run(saltelliDesign(factors(4), options), (x) => sobolG(x, a));
      const found = sobolIndices(answers, { seed: `${seed}`, resamples: 200 }).groups;
      for (const [i, { low, high }] of found.flatMap(({ first, total }) => [first, total]).entries()) {
        hits[i]! += low <= truth[i]! && truth[i]! <= high ? 1 : 0;
      }
    }
    // As above.
    for (const count of hits) expect(count / 200).toBeGreaterThan(0.95 - 0.077 - 0.02);
  });

  it('hold it at least as often on Sobol points', () => {
    const all = repeats('sobol');
    for (const i of truth.keys()) {
      expect(coverage(all, i)).toBeGreaterThan(0.95 - 0.077 - 0.02);
    }
  });
});
