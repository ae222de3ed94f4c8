import { expectWithin } from '@internal/testing';
import { describe, expect, it } from 'vitest';
import { latinHypercubeDesign } from '../../src/design/latin-hypercube.js';
import { morrisDesign } from '../../src/design/morris.js';
import type { Recipe } from '../../src/design/recipe.js';
import { saltelliDesign } from '../../src/design/saltelli.js';
import { sobolPointsDesign } from '../../src/design/sobol-points.js';
import { varianceSplit } from '../../src/estimate/variance-split.js';
import { factors, normals, run } from '../run.js';

/** Range of x that makes its variance 1. */
const unit = factors(2, [0, Math.sqrt(12)]);

describe('varianceSplit', () => {
  it.each([
    saltelliDesign(unit, { samples: 1000, points: 'random' }),
    latinHypercubeDesign(unit, { samples: 2000 }),
    sobolPointsDesign(unit, { samples: 2048 }),
  ])('finds the part of the parameters and that of the noise: $recipe.method', (design) => {
    const noise = normals('split');
    // Noise whose variance depends on x: 2 x / sqrt(12) has the mean 1; replicates see half of it.
    const split = varianceSplit(
      run<Recipe>(design, ([x]) => {
        const sd = Math.sqrt((2 * x!) / Math.sqrt(12));
        return { replicates: [x! + sd * noise(), x! + sd * noise()] };
      }),
    );
    for (const [estimate, exact] of [
      [split.parameters, 1],
      [split.noise!, 0.5],
      [split.output, 1.5],
      [split.noiseShare!, 1 / 3],
      [split.mean, Math.sqrt(3)],
    ] as const) {
      // The standard error of the interval; five of them, fixed seed: 6e-7 a comparison.
      expectWithin(estimate.value, exact, (estimate.high - estimate.low) / (2 * 1.96));
      expect(estimate.high - estimate.low).toBeLessThan(0.25);
    }
    expect(split.parameters.value + split.noise!.value).toBeCloseTo(split.output.value, 12);
  });

  it('has intervals that hold the truth about 95 times in 100', () => {
    const hits = { parameters: 0, noise: 0, noiseShare: 0 };
    for (let seed = 0; seed < 200; seed++) {
      const noise = normals(`coverage ${seed}`);
      const design = saltelliDesign(unit, {
        samples: 100,
        points: 'random',
        seed: `${seed}`,
        indicesOf: ['group'],
        groups: { all: ['x1', 'x2'] },
      });
      const answers = run(design, ([x]) => ({ replicates: [x! + noise(), x! + noise(), x! + noise()] }));
      const split = varianceSplit(answers, { seed: `${seed}`, resamples: 300 });
      for (const [name, exact] of [
        ['parameters', 1],
        ['noise', 1 / 3],
        ['noiseShare', 1 / 4],
      ] as const) {
        hits[name] += split[name]!.low <= exact && exact <= split[name]!.high ? 1 : 0;
      }
    }
    // Five binomial standard errors are 0.077; percentile intervals of a variance from 100 samples lose up to 0.02 more.
    for (const count of Object.values(hits)) expect(count / 200).toBeGreaterThan(0.95 - 0.097);
  });

  it('gives all variance to the parameters where the noise is unknown, and refuses rows that depend on each other', () => {
    const split = varianceSplit(run(sobolPointsDesign(unit, { samples: 64 }), ([x]) => x!));
    expect(split).toMatchObject({ noise: null, noiseShare: null });
    expect(split.parameters).toEqual(split.output);
    expect(() => varianceSplit(run(morrisDesign(unit, { trajectories: 2 }), ([x]) => x!))).toThrow('found morris');
  });
});
