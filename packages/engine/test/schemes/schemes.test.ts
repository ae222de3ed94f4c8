/** What a scheme says of itself holds: one step's moments, exactly, over all signs; and its increments. */
import { diffusionAt, driftAt, lacking } from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { double, evaluateStep, single } from '../../src/program/evaluate.js';
import { stepProgram } from '../../src/runs/step-program.js';
import { schemes } from '../../src/schemes/schemes.js';
import {
  coefficientsFor,
  formulas,
  memoryAt,
  noises,
  type RandomGame,
  randomGame,
  randomGameFor,
  randomState,
} from '../random-game.js';
import { randomNumbers } from '../random-numbers.js';
import { oneStep } from './one-step.js';

const DT = 0.05;
const all = formulas;
/** Shares in single precision, many of them next to 0 or 1. */
const share = fc
  .oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1e-30, 1e-7, 1 - 2 ** -24, 1 - 2 ** -23, 1))
  .map(Math.fround);

describe('schemes', () => {
  it('are found by their own names, and say where they come from', () => {
    for (const [name, scheme] of Object.entries(schemes)) {
      expect(scheme.name).toBe(name);
      expect(scheme.title).not.toBe('');
      expect(scheme.source).toMatch(/\(\d{4}\)/);
      expect(scheme.weakOrder).toBeGreaterThanOrEqual(1);
      // only Gaussian increments share a Brownian path between step sizes
      if (scheme.increments !== 'gaussian') expect(scheme.strongOrder).toBeNull();
    }
  });

  it.each(all)('draw the increments that they declare: $name', (scheme) => {
    fc.assert(
      fc.property(randomGameFor(scheme), (random) => {
        const ops = new Set(stepProgram(random.shape, scheme, []).nodes.map((node) => node.op));
        const noisy = random.shape.noise !== 'none';
        expect(ops.has('normal')).toBe(noisy && scheme.increments === 'gaussian');
        expect(ops.has('flip')).toBe(noisy && scheme.increments === 'two-point');
      }),
      { numRuns: 10 },
    );
  });

  it.each([
    ['milstein', 'demographic', 2, 'needs noise that is smooth in the shares'],
    ['milstein', 'replicator', 3, 'is for players of two strategies each'],
    ['weak-2', 'demographic', 2, 'needs noise that is smooth in the shares'],
    ['weak-2', 'multiplicative', 4, 'is for players of two strategies each'],
    ['logit-euler', 'demographic', 2, 'is for replicator noise or none, and this game has demographic noise'],
    ['logit-euler', 'multiplicative', 2, 'this game has multiplicative noise'],
    ['logit-euler', 'none', 3, 'is for players of two strategies each'],
    ['absorbing-euler', 'replicator', 2, 'is for demographic noise or none, and this game has replicator noise'],
    ['absorbing-euler', 'multiplicative', 2, 'this game has multiplicative noise'],
  ] as const)('refuse what they are not made for: %s, %s noise, %d strategies', (name, noise, count, reason) => {
    const shape = { strategies: [2, count], dynamics: 'replicator', noise } as const;
    expect(lacking(shape, schemes[name].needs)).toContain(reason);
  });

  it.each(['euler', 'weak-euler'] as const)('take everything: %s', (name) => {
    for (const noise of noises) {
      const shape = { strategies: [2, 5], dynamics: 'replicator', noise } as const;
      expect(lacking(shape, schemes[name].needs)).toBeUndefined();
    }
  });

  it.each(all.filter((scheme) => scheme.keepsInside))('keep shares inside where they say so: $name', (scheme) => {
    // one population: its bound of the pull is the pull itself, so that a claim beyond 1 shows
    const cases = randomGameFor(scheme, 1).chain((random) =>
      fc.tuple(
        fc.constant(random),
        fc.array(share, { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 70, max: 150 }).map((n) => n / 100),
        fc.integer(),
      ),
    );
    let proven = 0;
    fc.assert(
      fc.property(cases, ([random, shares, wanted, seed]) => {
        const draw = randomNumbers(seed);
        const rate = random.terms.reduce((sum, term) => sum + Math.abs(term), 0);
        const pull = (dt: number) => rate * dt + Math.max(...random.sigma) * Math.sqrt(dt);
        let dt = 100;
        while (pull(dt) > wanted) dt *= 0.99;
        if (!scheme.keepsInside!(random.shape, pull(dt))) return;
        proven++;
        const step = oneStep(random, scheme, dt, single);
        for (const x of [...shares, 0.001, 0.03, 0.2, 0.8, 0.97, 0.999].map(Math.fround)) {
          const drawn = { gaussian: () => 20 * draw.normal(), 'two-point': draw.sign };
          const increments = Array.from({ length: step.channels }, drawn[scheme.increments as keyof typeof drawn]);
          const others = new Array<number>(random.shape.coordinates - 1).fill(0);
          const next = step([x, ...others], increments);
          if (!next.every((share) => share >= 0 && share <= 1)) {
            expect.fail(`${x} goes to ${next} under ${increments}, pull ${pull(dt)}`);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(proven).toBeGreaterThan(0);
  });
});

/** States after one step under every combination of signs, none put back. */
function allSteps(random: RandomGame, state: readonly number[]): Float64Array[] {
  const program = stepProgram(random.shape, schemes['weak-euler'], [], { clamp: false });
  return Array.from({ length: 2 ** program.channels }, (_, code) => {
    const signs = Array.from({ length: program.channels }, (_, c) => ((code >> c) & 1 ? -1 : 1));
    const registers = [...state, ...memoryAt(schemes['weak-euler'], random, state)];
    const out = new Float64Array(registers.length);
    evaluateStep(program, coefficientsFor(random, DT), registers, signs, double, out);
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
