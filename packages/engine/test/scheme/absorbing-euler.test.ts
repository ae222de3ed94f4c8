import { readGame } from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemes } from '../../src/scheme/schemes.js';
import { compiled, randomGameFor } from '../random-game.js';
import { drift, oneStep } from './one-step.js';

/** Draws of one step: midpoints of equal parts of [0, 1), so that averages are integrals up to 1 / DRAWS. */
const DRAWS = 1024;
const draws = Array.from({ length: DRAWS }, (_, i) => (i + 0.5) / DRAWS);
const scheme = schemes['absorbing-euler'];

const cases = randomGameFor(scheme, 1)
  .filter((random) => random.shape.noise === 'demographic')
  .chain((random) =>
    fc.record({
      random: fc.constant(random),
      x: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.01, noNaN: true })),
      sigma: fc.double({ min: 0.05, max: 2, noNaN: true }),
      dt: fc.double({ min: 1e-3, max: 0.1, noNaN: true }),
    }),
  );

describe('absorbing-euler', () => {
  it('has the mean of the drift and the variance of Wright-Fisher noise, and stays in [0, 1]', () => {
    fc.assert(
      fc.property(cases, ({ random, x, sigma, dt }) => {
        const game = { ...random, sigma: [sigma] };
        const step = oneStep(game, scheme, dt);
        const ends = draws.map((draw) => step([x], [draw])[0]);
        expect(Math.min(...ends)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...ends)).toBeLessThanOrEqual(1);
        const centre = Math.min(1, Math.max(0, x + drift(game, [x])[0] * dt));
        const s = sigma ** 2 * dt;
        const variance = centre * (1 - centre) * Math.min(1, s / (1 + s / 2));
        const average = (f: (end: number) => number) => ends.reduce((sum, end) => sum + f(end), 0) / DRAWS;
        // a two-valued function of the draw is integrated to half a part times its jump, which is at most 1
        expect(Math.abs(average((end) => end) - centre)).toBeLessThan(1 / DRAWS);
        expect(Math.abs(average((end) => (end - centre) ** 2) - variance)).toBeLessThan(1 / DRAWS);
      }),
      { numRuns: 30 },
    );
  });

  it('ends at 0 and 1 and stays there, as often as the moments ask for', () => {
    const game = compiled(
      readGame(`
game: neutral
players: { A: { strategies: [up, down] } }
payoffs: { A: { up: 0, down: 0 } }
noise: { kind: demographic, sigma: { A: 1 } }
horizon: 1
`),
    );
    const step = oneStep(game, scheme, 0.1);
    for (const draw of draws) {
      expect(step([0], [draw])[0]).toBe(0);
      expect(step([1], [draw])[0]).toBe(1);
    }
    // V = 0.1 / 1.05; nearer than sqrt(v) to the end, y goes to u = y + (1 - y) V with probability y / u, else to 0
    const [y, V] = [0.02, 0.1 / 1.05];
    const u = y + (1 - y) * V;
    const low = draws.map((draw) => step([y], [draw])[0]);
    const high = draws.map((draw) => step([1 - y], [draw])[0]);
    const part = (ends: number[], end: number) => ends.filter((found) => found === end).length / DRAWS;
    expect(Math.abs(part(low, 0) - (1 - y / u))).toBeLessThan(1 / DRAWS);
    expect(Math.abs(part(high, 1) - (1 - y / u))).toBeLessThan(1 / DRAWS);
    for (const end of low.filter((found) => found > 0)) expect(end).toBeCloseTo(u, 12);
  });

  it('without noise is the Euler step', () => {
    const none = randomGameFor(scheme, 3).filter((random) => random.shape.noise === 'none');
    fc.assert(
      fc.property(none, fc.double({ min: 0, max: 1, noNaN: true }), (random, x) => {
        const state = random.shape.strategies.map(() => x);
        const [a, b] = [scheme, schemes.euler].map((tested) => [...oneStep(random, tested, 0.1)(state, [])]);
        expect(a).toEqual(b);
      }),
      { numRuns: 20 },
    );
  });
});
