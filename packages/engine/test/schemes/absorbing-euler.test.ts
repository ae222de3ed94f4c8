import { readGame } from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemes } from '../../src/schemes/schemes.js';
import { compiled } from '../random-game.js';
import { oneStep } from './one-step.js';

/** Draws of one step: normal numbers at even distances with their weights, so that averages are integrals of any law. */
const SPACING = 1 / 256;
const draws = Array.from({ length: 16 / SPACING + 1 }, (_, i) => -8 + i * SPACING);
const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
const weights = draws.map((z) => density(z) * SPACING);
const scheme = schemes['absorbing-euler'];

/** One population of neutral strategies. */
const neutral = (strategies: number, sigma: number) => {
  const names = Array.from({ length: strategies }, (_, s) => `s${s}`);
  return compiled(
    readGame(
      [
        'game: neutral',
        `players: { A: { strategies: [${names}] } }`,
        `payoffs: { A: { ${names.map((name) => `${name}: 0`).join(', ')} } }`,
        `noise: { kind: demographic, sigma: { A: ${sigma} } }`,
        'horizon: 1',
      ].join('\n'),
    ),
  );
};
const sizes = { s: fc.double({ min: 1e-4, max: 0.1, noNaN: true }) };
const unitVariance = (s: number) => s / (1 + s / 2);

describe('absorbing-euler', () => {
  it('has the mean and the variance of Wright-Fisher noise near an end, and stays in [0, 1]', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.3, noNaN: true }), fc.boolean(), sizes.s, (y, upper, s) => {
        const step = oneStep(neutral(2, Math.sqrt(s)), scheme, 1);
        const ends = draws.map((draw) => step([upper ? 1 - y : y], [draw])[0]);
        expect(Math.min(...ends)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...ends)).toBeLessThanOrEqual(1);
        const fromEnd = ends.map((end) => (upper ? 1 - end : end));
        const average = (f: (end: number) => number) => fromEnd.reduce((sum, end, i) => sum + f(end) * weights[i], 0);
        const variance = y * (1 - y) * unitVariance(s);
        // the upper tail is right within 1e-5, of at most 2 w; and 3.5 standard deviations beyond an end are put to it
        const tails = 1e-4 * Math.sqrt(variance) + 2e-5 * (y + unitVariance(s));
        expect(Math.abs(average((end) => end) - y)).toBeLessThan(tails + 1e-9);
        expect(Math.abs(average((end) => (end - y) ** 2) - variance)).toBeLessThan(
          1e-3 * variance + tails * (y + unitVariance(s)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('has the third moment of Wright-Fisher noise to leading order: 3 y (1 - y) (1 - 2 y) s^2 / 2', () => {
    for (const y of [0.1, 0.25, 0.4]) {
      const s = 1e-4;
      const step = oneStep(neutral(2, Math.sqrt(s)), scheme, 1);
      const third = draws.reduce((sum, draw, i) => sum + (step([y], [draw])[0] - y) ** 3 * weights[i], 0);
      const exact = 1.5 * y * (1 - y) * (1 - 2 * y) * s ** 2;
      expect(Math.abs(third / exact - 1)).toBeLessThan(0.01);
    }
  });

  it('has the covariance of sampling among three strategies, to first order in the step', () => {
    // Gauss and Hermite's rule of three points integrates squares exactly
    const points = [-Math.sqrt(3), 0, Math.sqrt(3)].map((z) => ({ z, weight: z === 0 ? 2 / 3 : 1 / 6 }));
    const dt = 0.004;
    const step = oneStep(neutral(3, 1), scheme, dt);
    const start = [0.3, 0.2, 0.5];
    const ends = points.flatMap((a) =>
      points.flatMap((b) =>
        points.map((c) => {
          const [x, y] = step(start.slice(0, 2), [a.z, b.z, c.z]);
          return { shares: [x, y, 1 - x - y], weight: a.weight * b.weight * c.weight };
        }),
      ),
    );
    const average = (f: (shares: readonly number[]) => number) =>
      ends.reduce((sum, { shares, weight }) => sum + f(shares) * weight, 0);
    for (const [i, x] of start.entries()) {
      expect(Math.abs(average((end) => end[i]) - x)).toBeLessThan(1e-6);
      for (const [j, y] of start.entries()) {
        const covariance = average((end) => (end[i] - x) * (end[j] - start[j]));
        // the pairs one after the other miss O(dt^2)
        expect(Math.abs(covariance - dt * x * ((i === j ? 1 : 0) - y))).toBeLessThan(dt ** 2);
      }
    }
  });

  it('ends at 0 and 1 and stays there, as often as the moments ask for', () => {
    const step = oneStep(neutral(2, 1), scheme, 0.1);
    for (const draw of draws) {
      expect(step([0], [draw])[0]).toBe(0);
      expect(step([1], [draw])[0]).toBe(1);
    }
    // where psi > 1, y becomes (5/3) w t^2 with probability (9/5) y / w, else 0
    const y = 0.02;
    const w = y + (1 - y) * unitVariance(0.1);
    for (const [start, end] of [
      [y, 0],
      [1 - y, 1],
    ]) {
      const lost = draws.reduce((sum, draw, i) => sum + (step([start], [draw])[0] === end ? weights[i] : 0), 0);
      // one draw more or less at the edge
      expect(Math.abs(lost - (1 - (1.8 * y) / w))).toBeLessThan(2e-5 + SPACING * density(0));
    }
    expect(Math.max(...draws.map((draw) => step([y], [draw])[0]))).toBeCloseTo((5 / 3) * w, 4);
  });

  it('never brings back a strategy that is lost, wherever it is listed', () => {
    const step = oneStep(neutral(3, 1), scheme, 0.05);
    const three = fc.array(fc.constantFrom(...draws), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), three, (x, draw) => {
        expect(step([0, x], draw)[0]).toBe(0);
        expect(step([x, 0], draw)[1]).toBe(0);
        const [a, b] = step([x, 1 - x], draw);
        expect(a + b).toBeCloseTo(1, 12);
      }),
      { numRuns: 40 },
    );
  });

  it('without noise multiplies the ratios of the shares by the exponential of a constant advantage', () => {
    const game = compiled(
      readGame('game: g\nplayers: { A: { strategies: [a, b] } }\npayoffs: { A: { a: 2, b: "0.5" } }\nhorizon: 1\n'),
    );
    for (const x of [0.01, 0.4, 0.99]) {
      const next = oneStep({ ...game, shape: { ...game.shape, noise: 'none' } }, scheme, 0.1)([x], [])[0];
      const ratio = (x / (1 - x)) * Math.exp(0.15);
      expect(next).toBeCloseTo(ratio / (1 + ratio), 8);
    }
  });
});
