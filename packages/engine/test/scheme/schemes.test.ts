/** What a scheme says of itself holds: one step's moments, exactly, over all signs; and its increments. */
import { diffusionAt, driftAt } from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { double, evaluateStep } from '../../src/program/evaluate.js';
import { stepProgram } from '../../src/program/step-program.js';
import { schemes } from '../../src/scheme/schemes.js';
import { coefficientsFor, randomGame, randomState } from '../random-game.js';

const DT = 0.05;

describe('schemes', () => {
  it('are found by their own names, and say where they come from', () => {
    for (const [name, scheme] of Object.entries(schemes)) {
      expect(scheme.name).toBe(name);
      expect(scheme.title).not.toBe('');
      expect(scheme.source).toMatch(/\(\d{4}\)/);
      expect(scheme.weakOrder).toBeGreaterThanOrEqual(1);
      // only Gaussian increments share a Brownian path between step sizes
      expect(scheme.strongOrder === null).toBe(scheme.increments !== 'gaussian');
    }
  });

  it('draw the increments that they declare', () => {
    fc.assert(
      fc.property(fc.constantFrom('demographic' as const, 'replicator' as const).chain((noise) => randomGame({ players: 2, noise })), (random) => {
        for (const scheme of Object.values(schemes)) {
          if (scheme.refuse?.(random.shape)) continue;
          const ops = new Set(stepProgram(random.shape, scheme, []).nodes.map((node) => node.op));
          expect(ops.has('normal')).toBe(scheme.increments === 'gaussian');
          expect(ops.has('flip')).toBe(scheme.increments === 'two-point' || scheme.increments === 'four-point');
          expect(ops.has('magnitude')).toBe(scheme.increments === 'four-point');
          expect(ops.has('uniform')).toBe(scheme.increments === 'uniform');
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** States after one step under every combination of signs, none put back. */
function allSteps(random: Parameters<typeof coefficientsFor>[0], state: readonly number[]): Float64Array[] {
  const program = stepProgram(random.shape, schemes['weak-euler'], [], { clamp: false });
  return Array.from({ length: 2 ** program.channels }, (_, code) => {
    const signs = Array.from({ length: program.channels }, (_, c) => ((code >> c) & 1 ? -1 : 1));
    const out = new Float64Array(state.length);
    evaluateStep(program, coefficientsFor(random, DT), state, signs, double, out);
    return out;
  });
}

describe('weak-euler', () => {
  it('has the mean and covariance of the Euler step exactly: f dt and g g^T dt', () => {
    const cases = randomGame({ players: 2, strategies: 3 }).chain((random) =>
      fc.tuple(fc.constant(random), randomState(random.shape.strategies)),
    );
    fc.assert(
      fc.property(cases, ([random, state]) => {
        const steps = allSteps(random, state);
        const mean = state.map((_, i) => steps.reduce((sum, step) => sum + step[i], 0) / steps.length);
        const drift = driftAt(random.field, state);
        const diffusion = diffusionAt(random.field, state);
        for (let i = 0; i < state.length; i++) {
          expect(Math.abs(mean[i] - (state[i] + drift[i] * DT))).toBeLessThan(1e-12);
          for (let j = 0; j < state.length; j++) {
            const covariance = steps.reduce((sum, s) => sum + (s[i] - mean[i]) * (s[j] - mean[j]), 0) / steps.length;
            const expected = diffusion[i].reduce((sum, g, c) => sum + g * diffusion[j][c], 0) * DT;
            // contrasts of three strategies are in single precision: a relative 2^-24 each, of numbers below 0.01
            expect(Math.abs(covariance - expected)).toBeLessThan(1e-8);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
