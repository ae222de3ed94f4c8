/** The bound of a step's bias, from differences that are made by hand. */
import { describe, expect, it } from 'vitest';
import { batchesOf, firstPairs, pairsFor, stepBias } from '../../../src/runs/tolerance/step-bias.js';
import { windowsOf } from '../../../src/runs/tolerance/window.js';
import { randomNumbers } from '../../random-numbers.js';

const one = windowsOf(1, 1);
const many = windowsOf(24, 24);

describe('stepBias', () => {
  it('takes what halving changes for 1 - 2^-p of the bias, and adds its noise', () => {
    const pairs = [1e9];
    const differences = { value: Float64Array.of(0.003), variance: Float64Array.of(1e-6) };
    // Student's point for 31 degrees of freedom is 2.04
    const noise = (order: number) => (2.04 * 1e-3) / (1 - 2 ** -order);
    for (const order of [1 / 2, 1, 2]) {
      const bias = stepBias(one, differences, pairs, order, 1.5);
      expect(bias.noise[0]).toBeCloseTo(noise(order), 4);
      expect(bias.bound[0]).toBeCloseTo(0.003 / (1 - 2 ** -order) + noise(order), 4);
    }
  });

  it('does not take pairs that all agree for a proof that all would, but for a path without noise', () => {
    const differences = { value: Float64Array.of(0), variance: Float64Array.of(0) };
    expect(stepBias(one, differences, [1000], 2, 1.5).bound[0]).toBeGreaterThan(0.002);
    expect(stepBias(one, differences, [1000], 2, 0).bound[0]).toBe(0);
  });

  it('pools neighbours: a window of independent cells has a fraction of one cell noise', () => {
    const cells = 24 * 24;
    const differences = { value: new Float64Array(cells).fill(0.001), variance: new Float64Array(cells).fill(1e-4) };
    const { bound, noise } = stepBias(many, differences, new Float64Array(cells).fill(1e6), 1, 1.5);
    // 5 x 5 cells in the middle
    expect(noise[12 * 24 + 12]).toBeCloseTo((2 * 1.96 * 1e-2) / 5, 3);
    expect(bound[12 * 24 + 12]).toBeCloseTo(0.002 + (2 * 1.96 * 1e-2) / 5, 3);
    // 3 x 3 in the corner
    expect(noise[0]).toBeCloseTo((2 * 1.96 * 1e-2) / 3, 3);
  });

  it('is unknown where no cell of the window could be estimated', () => {
    const unknown = { value: Float64Array.of(Number.NaN), variance: Float64Array.of(Number.NaN) };
    expect(stepBias(one, unknown, [64], 1, 1.5).bound[0]).toBeNaN();
  });

  it('covers the bias in 95% of trials', () => {
    const RUNS = 1500;
    const BATCHES = batchesOf(one);
    const draw = randomNumbers('step bias');
    let covered = 0;
    for (let run = 0; run < RUNS; run++) {
      const batches = Array.from({ length: BATCHES }, () => 0.001 + 0.01 * draw.normal());
      const mean = batches.reduce((sum, value) => sum + value, 0) / BATCHES;
      const squares = batches.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      const variance = squares / (BATCHES - 1) / BATCHES;
      const differences = { value: Float64Array.of(mean), variance: Float64Array.of(variance) };
      if (stepBias(one, differences, [1e9], 1, 1.5).bound[0] >= 0.002) covered++;
    }
    // one-sided: at least 95% by much, with a standard error below 0.6%
    expect(covered / RUNS).toBeGreaterThan(0.96);
  });
});

describe('pairsFor', () => {
  it('asks for as many as bring the noise down to what is wanted', () => {
    const pairs = [firstPairs(one)];
    const differences = { value: Float64Array.of(0), variance: Float64Array.of(1e-4) };
    const bias = stepBias(one, differences, pairs, 2, 1.5);
    const more = pairsFor(one, differences, bias, pairs, bias.noise[0] / 4, 1e9)[0];
    expect(more / pairs[0]).toBeGreaterThanOrEqual(16);
    expect(more / pairs[0]).toBeLessThan(20);
    expect(pairsFor(one, differences, bias, pairs, 2 * bias.noise[0], 1e9)[0]).toBe(pairs[0]);
    expect(pairsFor(one, differences, bias, pairs, bias.noise[0] / 4, 20_000)[0]).toBe(20_000);
  });

  it('gives nothing more to cells whose halves agree', () => {
    const cells = 24 * 24;
    const pairs = new Float64Array(cells).fill(firstPairs(many));
    const variance = new Float64Array(cells);
    for (let row = 0; row < 24; row++) variance[row * 24 + 12] = 1e-3;
    const differences = { value: new Float64Array(cells), variance };
    const bias = stepBias(many, differences, pairs, 2, 1.5);
    const more = pairsFor(many, differences, bias, pairs, 1e-3, 1e9);
    for (let cell = 0; cell < cells; cell++) {
      if (cell % 24 === 12) expect(more[cell]).toBeGreaterThan(pairs[cell]);
      else expect(more[cell]).toBe(pairs[cell]);
    }
  });
});
