import { expectWithin } from '@internal/testing';
import { describe, expect, it } from 'vitest';
import { createAnswers } from '../../src/answers.js';
import { latinHypercubeDesign } from '../../src/design/latin-hypercube.js';
import { morrisDesign } from '../../src/design/morris.js';
import type { Recipe } from '../../src/design/recipe.js';
import { saltelliDesign, saltelliLayout } from '../../src/design/saltelli.js';
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

  it('is the variance of few outputs to the digit, and its intervals are those of all resamples', () => {
    const design = latinHypercubeDesign(unit, { samples: 3 });
    const answers = createAnswers(design);
    for (const [row, value] of [0, 0, 3].entries()) answers.tell(row, value);
    const { mean, output } = varianceSplit(answers);
    // All three draws are 3 with the chance 1 / 27, which is more than the 2.5% of a tail; all are 0 with 8 / 27.
    expect([mean.low, mean.value, mean.high]).toEqual([0, 1, 3]);
    expect([output.low, output.value, output.high]).toEqual([0, 3, 3]);
  });

  it('takes both independent rows of every Saltelli sample', () => {
    const design = saltelliDesign(unit, { samples: 4, points: 'random' });
    const { width } = saltelliLayout(design.recipe);
    const rows = [0, 1, 2, 3].flatMap((sample) => [sample * width, sample * width + width - 1]);
    const values = rows.map((row) => design.point(row)[0]!);
    const mean = values.reduce((a, b) => a + b, 0) / 8;
    const split = varianceSplit(run(design, ([x]) => x!));
    expect(split.mean.value).toBeCloseTo(mean, 12);
    expect(split.output.value).toBeCloseTo(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 7, 12);
  });

  it('finds a small variance about a large mean, and no share of noise where nothing varies', () => {
    const design = sobolPointsDesign(unit, { samples: 64 });
    const far = varianceSplit(run(design, ([x]) => 2 ** 27 + x!));
    expect(far.output.value).toBeCloseTo(varianceSplit(run(design, ([x]) => x!)).output.value, 5);
    const still = varianceSplit(run(design, () => ({ value: 2, variance: 0 })));
    expect(still.noiseShare).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('gives all variance to the parameters where the noise is unknown, and refuses rows that depend on each other', () => {
    const split = varianceSplit(run(sobolPointsDesign(unit, { samples: 64 }), ([x]) => x!));
    expect(split).toMatchObject({ noise: null, noiseShare: null });
    expect(split.parameters).toEqual(split.output);
    expect(() => varianceSplit(run(morrisDesign(unit, { trajectories: 2 }), ([x]) => x!))).toThrow(
      'The variance split: this needs a design of kind saltelli or latin-hypercube or sobol-points, found morris.',
    );
  });
});
